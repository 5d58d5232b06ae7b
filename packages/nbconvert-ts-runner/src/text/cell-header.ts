import { CELL_ROLES, type CellKind, type CellRole, type TextCell } from './model';

/** The attributes of a header line, `// %% [markdown] id=a1b2c3d4 role=given items=31-39,45`. */
export type HeaderAttributes = Omit<TextCell, 'source'>;

const HEADER = /^\/\/ ?%%(?:\s|$)/;
const LOOKS_LIKE_HEADER = /^(\/\/ ?)(\\*)(%%)/;
const ID = /^[A-Za-z0-9_-]{1,64}$/;
const EXERCISE = /^[A-Za-z_$][\w$]*$/;
const ITEMS = /^\d+(-\d+)?(,\d+(-\d+)?)*$/;

/** True for a line that starts a cell: `// %%` in the first column, alone or followed by a blank. */
export function isCellHeader(line: string): boolean {
  return HEADER.test(line);
}

/**
 * Protects a body line that would be taken for a header: one backslash more before `%%`.
 * @example escapeLine('// %% 10 %') === '// \\%% 10 %'
 */
export function escapeLine(line: string): string {
  return line.replace(LOOKS_LIKE_HEADER, '$1\\$2$3');
}

/** Undoes `escapeLine`: one backslash less before `%%`. */
export function unescapeLine(line: string): string {
  return line.replace(/^(\/\/ ?)\\(\\*%%)/, '$1$2');
}

/**
 * Reads a header line.
 * @throws RangeError saying what was found and what is allowed; the caller adds the place.
 */
export function parseHeader(line: string): HeaderAttributes {
  const header: HeaderAttributes = { kind: 'code', tags: [] };
  const seen = new Set<string>();
  for (const word of splitWords(line.replace(/^\/\/ ?%%/, ''))) {
    if (word.startsWith('[')) {
      header.kind = parseKind(word);
      continue;
    }
    const equals = word.indexOf('=');
    const key = equals < 0 ? word : word.slice(0, equals);
    if (seen.has(key)) throw new RangeError(`attribute "${key}" is given twice; keep one`);
    seen.add(key);
    if (equals < 0) throw new RangeError(`"${word}" is no attribute; write key=value`);
    setAttribute(header, key, unquote(word.slice(equals + 1)));
  }
  return header;
}

/** Prints a header line, attributes always in the same order. */
export function printHeader(cell: HeaderAttributes): string {
  const words = ['// %%'];
  if (cell.kind !== 'code') words.push(`[${cell.kind}]`);
  if (cell.id !== undefined) words.push(`id=${cell.id}`);
  if (cell.role !== undefined) words.push(`role=${cell.role}`);
  if (cell.exercise !== undefined) words.push(`exercise=${cell.exercise}`);
  if (cell.items !== undefined) words.push(`items=${cell.items}`);
  if (cell.tags.length > 0) words.push(`tags=${quote(cell.tags.join(','))}`);
  return words.join(' ');
}

function parseKind(word: string): CellKind {
  if (word === '[markdown]') return 'markdown';
  if (word === '[raw]') return 'raw';
  throw new RangeError(`kind of cell ${word} is unknown; use [markdown], [raw] or none for code`);
}

function setAttribute(header: HeaderAttributes, key: string, value: string): void {
  switch (key) {
    case 'id':
      header.id = matching(ID, key, value, 'letters, digits, - and _, at most 64');
      return;
    case 'role':
      if (!isRole(value)) {
        throw new RangeError(`role "${value}" is unknown; use one of ${CELL_ROLES.join(', ')}`);
      }
      header.role = value;
      return;
    case 'exercise':
      header.exercise = matching(EXERCISE, key, value, "the name of the exercise's main function");
      return;
    case 'items':
      header.items = matching(ITEMS, key, value, 'numbers and ranges such as 31-39,45');
      return;
    case 'tags':
      header.tags = parseTags(value);
      return;
    default:
      throw new RangeError(
        `attribute "${key}" is unknown; the known ones are id, role, exercise, items, tags`,
      );
  }
}

export function isRole(value: unknown): value is CellRole {
  return CELL_ROLES.some((role) => role === value);
}

function matching(pattern: RegExp, key: string, value: string, wanted: string): string {
  if (!pattern.test(value)) throw new RangeError(`${key}="${value}" is not valid; use ${wanted}`);
  return value;
}

function parseTags(value: string): string[] {
  const tags = value.split(',');
  if (tags.some((tag) => tag === '')) {
    throw new RangeError(`tags="${value}" has an empty tag; separate tags by one comma`);
  }
  return tags;
}

/** Words are separated by blanks; a value in double quotes (JSON) may hold blanks. */
function splitWords(text: string): string[] {
  return text.match(/[^\s"=]+="(?:[^"\\]|\\.)*"|\S+/g) ?? [];
}

function quote(value: string): string {
  return /[\s"\\]/.test(value) ? JSON.stringify(value) : value;
}

function unquote(value: string): string {
  if (!value.startsWith('"')) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    throw new RangeError(`${value} is no quoted value; close the double quotes`);
  }
}
