import { heap } from '../engine/heap';

/**
 * The sum of each column of a matrix, slice of rows by slice of rows: `from` and `to` count slices of
 * `sliceRows` rows; slice s writes `columns` sums at `y + s * columns` numbers.
 */
export function sumColumns(
  from: number,
  to: number,
  x: number,
  y: number,
  rows: number,
  columns: number,
  sliceRows: number,
): void {
  const { f32 } = heap;
  for (let slice = from; slice < to; slice++) {
    const first = slice * sliceRows;
    const end = (x >>> 2) + Math.min(first + sliceRows, rows) * columns;
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let p = (x >>> 2) + first * columns + column; p < end; p += columns) sum += f32[p]!;
      f32[(y >>> 2) + slice * columns + column] = sum;
    }
  }
}
