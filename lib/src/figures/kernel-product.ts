import { nearestProduct } from '../learning/nearest-product';
import type { Figure } from './figure';
import { toMatrix, type MatrixInput } from './matrix-input';
import { Board } from './paint/board';
import { softInk } from './paint/colours';
import { drawMatrix, sharedRange } from './paint/matrix-view';
import { listText, matrixText, numberText } from './paint/numbers';

const cell = 44;
const gap = 40;

/**
 * Kernels as a column times a row, as nearly as can be, and what is missing: nothing, for a kernel that two
 * thin convolutions can replace.
 *
 * @param kernels name and matrix, [height, width] each, at most 4 × 4 so that the numbers fit
 * @throws RangeError when a kernel has no number but 0
 *
 * @example
 * ```ts
 * kernelProduct({ Sobel: [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]] }).alt.includes('il manque 0'); // => true
 * ```
 */
export function kernelProduct(kernels: Record<string, MatrixInput>): Figure {
  const named = Object.entries(kernels).map(([name, input]) => {
    const values = toMatrix(input, `le noyau « ${name} »`);
    return { name, values, ...nearestProduct(values) };
  });
  const rows = Math.max(...named.map(({ values }) => values.length));
  const columns = Math.max(...named.map(({ values }) => values[0]?.length ?? 1));
  const wide = columns * cell;
  const step = rows * cell + 76;
  // kernel ≈ column × row, then the rest
  const at = { kernel: 24, column: 24 + wide + gap, row: 24 + wide + 2 * gap + cell };
  const restAt = at.row + wide + gap + 16;
  const board = new Board(restAt + wide + 24, 16 + named.length * step);
  for (const [i, { name, values, column, row, rest, missed }] of named.entries()) {
    const y = 52 + i * step;
    const middle = y + (values.length * cell) / 2;
    const range = sharedRange([[...values, [-1]]]);
    const draw = (x: number, top: number, matrix: number[][], title: string): void => {
      const [height, width] = [matrix.length * cell, (matrix[0]?.length ?? 1) * cell];
      drawMatrix(board, { x, y: top, width, height }, { values: matrix, scale: 'signed', range, name: title }); // prettier-ignore
    };
    draw(at.kernel, y, values, name);
    draw(at.column, y, column.map((value) => [value]), 'colonne'); // prettier-ignore
    draw(at.row, middle - cell / 2, [row], 'ligne');
    draw(restAt, y, rest, 'reste');
    board.words([
      { x: at.kernel, y: y - 24, text: `<b>${name}</b>`, size: 14, align: 'left' },
      { x: at.column + cell / 2, y: y - 24, text: 'colonne', size: 12, colour: softInk },
      { x: at.row + wide / 2, y: y - 24, text: 'ligne', size: 12, colour: softInk },
      { x: restAt + wide / 2, y: y - 24, text: `reste : ${share(missed)}`, size: 12, colour: softInk }, // prettier-ignore
      { x: at.column - gap / 2, y: middle, text: missed === 0 ? '=' : '≈', size: 22 },
      { x: at.row - gap / 2, y: middle, text: '×', size: 22 },
      { x: restAt - gap / 2 - 8, y: middle, text: '+', size: 22 },
    ]);
  }
  return board.figure({
    alt: named
      .map(({ name, values, column, row, missed }) =>
        [
          `${name} : ${matrixText(values)}`,
          `colonne ${listText(column)} × ligne ${listText(row)}`,
          `il manque ${share(missed)}`,
        ].join(' ; '),
      )
      .join('\n'),
  });
}

/** Of the sum of squares. */
const share = (part: number): string => `${numberText(100 * part, 1)}\u00a0%`;
