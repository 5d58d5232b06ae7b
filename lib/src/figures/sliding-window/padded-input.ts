import type { Board } from '../paint/board';
import { ink } from '../paint/colours';
import { cellBox, type Grid } from '../paint/grid';
import { cellLabels } from '../paint/traces/cells';
import type { Label } from '../paint/traces/words';

/** Zeros around a matrix, on each side. */
export interface Zeros {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A matrix and the zeros around it. */
export interface PaddedInput {
  /** The zeros included: what the windows see. */
  cells: number[][];
  zeros: Zeros;
}

/** Lays zeros around a matrix. */
export function padInput(rows: number[][], zeros: Zeros): PaddedInput {
  const width = (rows[0]?.length ?? 0) + zeros.left + zeros.right;
  const ring = (count: number): number[][] =>
    Array.from({ length: count }, () => new Array<number>(width).fill(0));
  const side = (count: number): number[] => new Array<number>(count).fill(0);
  return {
    cells: [
      ...ring(zeros.top),
      ...rows.map((row) => [...side(zeros.left), ...row, ...side(zeros.right)]),
      ...ring(zeros.bottom),
    ],
    zeros,
  };
}

/**
 * Draws a padded matrix but for its numbers: the cells of the matrix in colours and, when there are
 * zeros, a line round them; the zeros lie outside it in white, ruled cells.
 *
 * @param grid where the padded matrix lies; its values are the matrix's own cells
 */
export function drawPaddedCells(board: Board, grid: Grid, { cells, zeros }: PaddedInput): void {
  const columns = cells[0]?.length ?? 0;
  const { top, bottom, left, right } = zeros;
  const isPadded = top + bottom + left + right > 0;
  if (isPadded) board.ruledCells({ ...grid, rows: cells.length, columns });
  board.cells({ ...grid, values: ownCells({ cells, zeros }) });
  if (!isPadded) return;
  const size = [cells.length - top - bottom, columns - left - right] as const;
  const { x, y, width, height } = cellBox(grid, top, left, ...size);
  board.line(
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ],
    ink,
    2,
  );
}

/** The numbers of a padded matrix, or the texts that stand in for them. */
export function paddedLabels(
  grid: Grid,
  input: PaddedInput,
  texts?: readonly (readonly string[])[],
): Label[] {
  // A zero's cell is white, and so is a zero's colour: one ink for both.
  return cellLabels({ ...grid, values: input.cells }, texts);
}

/** The matrix with nothing where its zeros are. */
function ownCells({ cells, zeros }: PaddedInput): (number | null)[][] {
  const lastRow = cells.length - zeros.bottom;
  const lastColumn = (cells[0]?.length ?? 0) - zeros.right;
  return cells.map((row, y) =>
    row.map((value, x) =>
      y >= zeros.top && y < lastRow && x >= zeros.left && x < lastColumn ? value : null,
    ),
  );
}

/**
 * The padding in words, for the text alternative: one line, or none without padding.
 *
 * @param isList a list has zeros at its ends only
 */
export function paddingLines({ top, bottom, left, right }: Zeros, isList: boolean): string[] {
  const sides = {
    ...(isList ? {} : { 'en haut': top, 'en bas': bottom }),
    ...{ 'à gauche': left, 'à droite': right },
  };
  if (Object.values(sides).every((count) => count === 0)) return [];
  const counts = Object.entries(sides).map(([side, count]) => `${count} ${side}`);
  return [`Zéros ajoutés autour de l’entrée : ${counts.join(', ')}. Ils sont comptés ci-dessous.`];
}
