import { isDeepStrictEqual } from 'node:util';
import type { ParsedCell, ParsedText, TextCell } from './model';
import { printCell } from './print-percent';
import { restoreStubs } from './solution-blocks';

/**
 * The text that says what `cells` (from a notebook) say, changed as little as can be: front matter
 * and cells that are the same keep their very characters; stubs stay.
 *
 * @returns the new text, line ends `\n`
 * @throws RangeError naming the cell whose stubs cannot be placed
 */
export function mergeCells(old: ParsedText, cells: TextCell[]): string {
  const oldById = new Map(old.cells.map((cell) => [cell.id, cell]));
  const oldLast = old.cells.at(-1);
  const chunks = cells.map((cell, index) => {
    const last = index === cells.length - 1;
    const before = oldById.get(cell.id);
    const merged = before ? withOldStubs(cell, before) : cell;
    if (before && sameCell(merged, before)) {
      return (before === oldLast) === last ? before.raw : setApart(before.raw, last);
    }
    return setApart(printCell(merged), last);
  });
  return old.head + chunks.join('');
}

function withOldStubs(cell: TextCell, before: ParsedCell): TextCell {
  try {
    return { ...cell, source: restoreStubs(cell.source, before.source) };
  } catch (error) {
    throw new RangeError(`cell ${cell.id ?? ''}: ${(error as Error).message}`);
  }
}

function sameCell(a: TextCell, b: TextCell): boolean {
  return isDeepStrictEqual(contentOf(a), contentOf(b));
}

function contentOf({ kind, id, role, exercise, items, tags, source }: TextCell): TextCell {
  return { kind, id, role, exercise, items, tags, source };
}

/** One blank line after a chunk, none after the last. */
function setApart(chunk: string, last: boolean): string {
  const body = chunk.replace(/\n+$/, '\n');
  return last ? body : `${body}\n`;
}
