import type { Figure } from './figure';
import { toMatrix, type MatrixInput } from './matrix-input';
import { Board } from './paint/board';
import { softInk } from './paint/colours';
import { sharedRange } from './paint/matrix-view';
import { matrixText, numberText } from './paint/numbers';

/**
 * Kernels as cells with their weights, and under each the sum of its weights.
 *
 * @param kernels name and matrix, [kernelHeight, kernelWidth] each
 *
 * @example
 * ```ts
 * kernelCells({ contours: [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]] });
 * ```
 */
export function kernelCells(kernels: Record<string, MatrixInput>): Figure {
  const named = Object.entries(kernels).map(([name, k]) => ({ name, values: toMatrix(k, name) }));
  const range = sharedRange(named.map(({ values }) => values.map((row) => [...row, -1])));
  const widest = Math.max(...named.map(({ values }) => values[0]?.length ?? 1));
  const tallest = Math.max(...named.map(({ values }) => values.length));
  const cell = Math.max(24, Math.min(46, Math.floor(760 / named.length / (widest + 1))));
  const width = Math.max(cell * widest, 150);
  const board = new Board(48 + named.length * width + (named.length - 1) * 30, tallest * cell + 84);
  for (const [i, { name, values }] of named.entries()) {
    const middle = 24 + i * (width + 30) + width / 2;
    const x = middle - (cell * (values[0]?.length ?? 1)) / 2;
    board.numberedCells({ x, y: 42, cell, values, scale: 'signed', range, name });
    const sum = `somme des poids : ${numberText(sumOf(values))}`;
    board.words([
      { x: middle, y: 22, text: `<b>${name}</b>`, size: 14 },
      { x: middle, y: 60 + tallest * cell, text: sum, size: 12, colour: softInk },
    ]);
  }
  return board.figure({
    alt: named
      .map(
        ({ name, values }) => `${name} : ${matrixText(values)}, somme ${numberText(sumOf(values))}`,
      )
      .join('\n'),
  });
}

function sumOf(values: number[][]): number {
  return values.flat().reduce((sum, value) => sum + value, 0);
}
