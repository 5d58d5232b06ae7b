import { isFixture } from './fixtures';
import { isFields, isTyped, shapeOf } from './compare';

/** A value laid out to be looked at: one grid of texts, or several where it has more than two axes. */
export interface Sheet {
  /** Which slice this is ("canal [2]" as « [·][·][2] »), empty when it is the whole. */
  label: string;
  rows: Entry[][];
}

export interface Entry {
  text: string;
  /** The value differs from the other side's. */
  differs: boolean;
}

const maxRows = 8;
const maxCols = 10;
const maxSheets = 6;

/**
 * Lays out a value: a number or a vector in one row, a matrix as it is, a volume [h][w][c] as one
 * matrix for each c, filters [h][w][c][k] as one for each c and k. What is too large is cut, with
 * « … ». An object of numbers, texts and short lists is one grid of
 * keys and values; another, the sheets of its parts, each under its key.
 *
 * @param at paths ("0,2", or "dx.0,2" in an object) of the numbers to mark
 */
export function sheetsOf(value: unknown, at: ReadonlySet<string> = new Set()): Sheet[] {
  if (isTyped(value)) return sheetsOf(Array.from(value), at);
  if (isFields(value)) {
    const parts = Object.entries(value);
    if (parts.every(([, part]) => fitsOnALine(part))) {
      const marked = new Set([...at].map((path) => path.slice(0, path.indexOf('.'))));
      const rows = parts.map(([key, part]) => [
        { text: key, differs: false },
        { text: shortText(part), differs: marked.has(key) },
      ]);
      return [{ label: '', rows }];
    }
    return parts.flatMap(([key, part]) => {
      const marks = [...at].filter((path) => path.startsWith(`${key}.`));
      const below = new Set(marks.map((path) => path.slice(key.length + 1)));
      return sheetsOf(part, below).map((sheet) => ({
        ...sheet,
        label: `${key} ${sheet.label}`.trim(),
      }));
    });
  }
  const shape = shapeOf(value);
  if (!Array.isArray(value) || shape === null || shape.includes(0)) {
    return [{ label: '', rows: [[{ text: shortText(value), differs: at.has('') }]] }];
  }
  const entry = (path: readonly number[]): Entry => {
    const item = path.reduce<unknown>((inner, i) => (inner as unknown[])[i], value);
    return { text: shortText(item), differs: at.has(path.join(',')) };
  };
  if (shape.length === 1) {
    return [{ label: '', rows: [range(shape[0]!, maxCols, (col) => entry([col]))] }];
  }
  const slices = indices(shape.slice(2));
  const sheets = slices.slice(0, maxSheets).map((slice) => ({
    label: slice.length === 0 ? '' : `[·][·]${slice.map((i) => `[${i}]`).join('')}`,
    rows: range(
      shape[0]!,
      maxRows,
      (row) => range(shape[1]!, maxCols, (col) => entry([row, col, ...slice])),
      [ellipsis],
    ),
  }));
  if (slices.length > maxSheets) {
    sheets.push({ label: `… et ${slices.length - maxSheets} autres`, rows: [] });
  }
  return sheets;
}

/** A number, a text, a short list of them: what stands beside its key. */
const fitsOnALine = (part: unknown): boolean =>
  Array.isArray(part)
    ? part.length <= maxCols && part.every((item) => typeof item !== 'object')
    : !isTyped(part) && !isFields(part);

/** A value as it is read: at most ten digits of a number, so that 0.1 + 0.2 is 0.3. */
export function shortText(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(10)));
  if (typeof value === 'function') return 'une fonction';
  if (isTyped(value)) return shortText(Array.from(value));
  if (isFixture(value)) {
    const { fixture, args } = value;
    return cut(args === undefined ? fixture : `${fixture}(${args.map(shortText).join(', ')})`);
  }
  if (isFields(value)) {
    const parts = Object.entries(value).map(([key, part]) => `${key}: ${shortText(part)}`);
    return cut(`{ ${parts.join(', ')} }`);
  }
  return cut(Array.isArray(value) ? `[${value.map(shortText).join(', ')}]` : plainText(value));
}

function plainText(value: unknown): string {
  try {
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
  } catch {
    return 'un objet';
  }
}

const maxText = 80;
const cut = (text: string): string =>
  text.length <= maxText ? text : `${text.slice(0, maxText - 1)}…`;

const ellipsis: Entry = { text: '…', differs: false };

/** The items 0 to `length` - 1, at most `max` of them and then `rest` (an ellipsis by default). */
function range<T>(length: number, max: number, item: (i: number) => T, rest = ellipsis as T): T[] {
  const items = Array.from({ length: Math.min(length, max) }, (_, i) => item(i));
  return length > max ? [...items, rest] : items;
}

/** All the index tuples of a shape: [2, 2] gives [0,0], [0,1], [1,0], [1,1]; [] gives one, empty. */
function indices(shape: readonly number[]): number[][] {
  return shape.reduce<number[][]>(
    (prefixes, length) =>
      prefixes.flatMap((prefix) => Array.from({ length }, (_, i) => [...prefix, i])),
    [[]],
  );
}
