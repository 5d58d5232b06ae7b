import { Volume } from '../../volume/volume';
import { run } from '../engine/engine';
import { place, workspace } from '../engine/scope';

/** A matrix in the engine's memory: offset, rows, columns. */
export interface Matrix {
  at: number;
  rows: number;
  columns: number;
}

/** Places numbers, one a column, as float32. */
export function placeList(values: ArrayLike<number>): number {
  return place(new Volume([values.length], Float32Array.from(values)));
}

/** Writes the sum of each column to y. */
export function sumOf({ at, rows, columns }: Matrix, y: number): void {
  const { sliceRows, slices } = slicesOf(rows);
  const sums = workspace(slices * columns);
  const work = rows * columns;
  run('sumColumns', { over: slices, work }, at, sums, rows, columns, sliceRows);
  run('sumColumns', { over: 1, work: slices * columns }, sums, y, slices, columns, slices);
}

/** Writes the sum over each column of (a - aMean) * (b - bMean) to y. */
export function productsOf(a: Matrix, aMean: number, b: number, bMean: number, y: number): void {
  const { at, rows, columns } = a;
  const { sliceRows, slices } = slicesOf(rows);
  const sums = workspace(slices * columns);
  const share = { over: slices, work: 3 * rows * columns };
  const matrix = [rows, columns, sliceRows] as const;
  run('sumCentredProducts', share, at, aMean, b, bMean, sums, ...matrix);
  run('sumColumns', { over: 1, work: slices * columns }, sums, y, slices, columns, slices);
}

/** As many slices as each has rows: float32 then loses least. */
function slicesOf(rows: number): { sliceRows: number; slices: number } {
  const sliceRows = Math.ceil(Math.sqrt(rows));
  return { sliceRows, slices: Math.ceil(rows / sliceRows) };
}
