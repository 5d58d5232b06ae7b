import { randomInt } from 'node:crypto';
import { printHeader } from './cell-header';
import type { ParsedCell, ParsedText } from './model';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 8;

/** A random cell id that is not in `taken`. Never derived from place or content: those change. */
export function newCellId(taken: ReadonlySet<string>): string {
  for (;;) {
    const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]);
    const id = letters.join('');
    if (!taken.has(id)) return id;
  }
}

/** Gives each cell that has no id one, in its header line; everything else stays as it was. */
export function giveCellIds(text: ParsedText): ParsedText {
  const taken = new Set(text.cells.flatMap((cell) => cell.id ?? []));
  const cells = text.cells.map((cell): ParsedCell => {
    if (cell.id !== undefined) return cell;
    const withId = { ...cell, id: newCellId(taken) };
    taken.add(withId.id);
    const body = cell.raw.slice(cell.raw.indexOf('\n') + 1);
    return { ...withId, raw: `${printHeader(withId)}\n${body}` };
  });
  return { ...text, cells };
}

/** The text exactly as it was read (line ends `\n`), or as `giveCellIds` changed it. */
export function rawText(text: ParsedText): string {
  return text.head + text.cells.map((cell) => cell.raw).join('');
}
