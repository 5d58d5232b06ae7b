import { oneHot } from '../../ops/one-hot';
import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { softInk } from '../paint/colours';
import { listText } from '../paint/numbers';

const cell = 60;

/**
 * The labels of some classes as rows of 0 with a single 1 (one-hot), one row a class.
 *
 * @param classes their names, in the order of the network's outputs
 *
 * @example
 * ```ts
 * labelTable(['chat', 'chien']).alt; // => 'chat : [1, 0]\nchien : [0, 1]'
 * ```
 */
export function labelTable(classes: readonly string[]): Figure {
  const labels = oneHot(
    classes.map((_, place) => place),
    classes.length,
  );
  const longest = Math.max(...classes.map((name) => name.length));
  const left = 40 + longest * 8.6;
  const board = new Board(left + cell * classes.length + 230, 64 + cell * classes.length + 20);
  board.words([
    { x: left - 12, y: 44, text: 'classe', size: 12, colour: softInk, align: 'right' },
    ...classes.map((name, i) => ({
      x: left + (i + 0.5) * cell,
      y: 44,
      text: name,
      size: Math.min(13, (cell * 1.6) / name.length),
    })),
    ...classes.flatMap((name, i) => [
      {
        x: left - 12,
        y: 64 + (i + 0.5) * cell,
        text: `<b>${name}</b>`,
        align: 'right' as const,
      },
      {
        x: left + cell * classes.length + 16,
        y: 64 + (i + 0.5) * cell,
        text: listText(labels[i]!),
        align: 'left' as const,
      },
    ]),
    { x: 24, y: 18, text: '<b>Une étiquette par classe</b>', size: 15, align: 'left' },
  ]);
  board.numberedCells({ x: left, y: 64, cell, values: labels, scale: 'amount', name: 'étiquette' });
  return board.figure({
    alt: classes.map((name, i) => `${name} : ${listText(labels[i]!)}`).join('\n'),
  });
}
