import { isBlank, trimBlankLines } from './blank-lines';
import { isCellHeader, parseHeader, unescapeLine } from './cell-header';
import { toUnixText } from './line-endings';
import type { CellKind, ParsedCell, ParsedText } from './model';
import { TextError } from './text-error';

const FENCE = '// ---';

/**
 * Reads a notebook written as percent text. The grammar is in the package's README.
 *
 * @param text the file's content; CRLF and a byte order mark are accepted
 * @param path how messages name the file
 * @throws TextError with the line, for anything that is neither front matter nor a cell
 * @example parsePercent('// %% id=a1b2c3d4\nconst x = 1;\n', 'x.nb.ts').cells[0].source === 'const x = 1;'
 */
export function parsePercent(text: string, path: string): ParsedText {
  const unix = toUnixText(text);
  const lines = unix.endsWith('\n') ? unix.slice(0, -1).split('\n') : unix.split('\n');
  const starts = lines.flatMap((line, index) => (isCellHeader(line) ? [index] : []));
  const headEnd = starts[0] ?? lines.length;
  return {
    head: joinLines(unix === '' ? [] : lines.slice(0, headEnd)),
    yaml: parseHead(lines.slice(0, headEnd), path),
    cells: starts.map((start, index) =>
      parseCell(lines.slice(start, starts[index + 1] ?? lines.length), start + 1, path),
    ),
  };
}

function parseHead(lines: string[], path: string): string {
  const first = lines.findIndex((line) => !isBlank(line));
  if (first < 0) return '';
  const last = lines.findIndex((line, index) => index > first && line.trimEnd() === FENCE);
  if (lines[first]?.trimEnd() !== FENCE) {
    throw new TextError(
      'text stands before the first cell; begin with front matter (// ---) or a cell (// %%)',
      path,
      first + 1,
    );
  }
  if (last < 0) {
    throw new TextError('front matter is never closed; end it with a line // ---', path, first + 1);
  }
  const stray = lines.findIndex((line, index) => index > last && !isBlank(line));
  if (stray >= 0) {
    throw new TextError('text stands before the first cell; add a // %% line', path, stray + 1);
  }
  return lines
    .slice(first + 1, last)
    .map((line, index) => uncomment(line, 'front matter', path, first + 2 + index))
    .join('\n');
}

function parseCell(lines: string[], line: number, path: string): ParsedCell {
  const [headerLine = '', ...body] = lines;
  let header;
  try {
    header = parseHeader(headerLine);
  } catch (error) {
    throw new TextError(`header of a cell: ${(error as Error).message}`, path, line);
  }
  const source = parseBody(body, header.kind, path, line + 1);
  return { ...header, source, raw: joinLines(lines), line };
}

/** Blank lines around a body only set cells apart; a lone `//` in a markdown cell is content. */
function parseBody(body: string[], kind: CellKind, path: string, firstLine: number): string {
  const lines = trimBlankLines(body).map(unescapeLine);
  if (kind === 'code') return lines.join('\n');
  const skipped = body.findIndex((line) => !isBlank(line));
  return lines
    .map((line, index) => uncomment(line, `${kind} cell`, path, firstLine + skipped + index))
    .join('\n');
}

function uncomment(line: string, where: string, path: string, lineNumber: number): string {
  if (isBlank(line)) return '';
  if (!line.startsWith('//')) {
    throw new TextError(
      `${where}: a line does not begin with // (found "${line.slice(0, 40)}"); ` +
        'put // before it, or start a code cell with // %%',
      path,
      lineNumber,
    );
  }
  return line.startsWith('// ') ? line.slice(3) : line.slice(2);
}

function joinLines(lines: string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
