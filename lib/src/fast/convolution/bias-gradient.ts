import { run } from '../engine/engine';
import { workspace } from '../engine/scope';

/** So many slices that threads can share them; so few that adding them up costs nothing. */
const slices = 16;

/** Writes the sum of each column of dy, a matrix `[rows, columns]`, to db. */
export function biasGradient(rows: number, columns: number, dy: number, db: number): void {
  const sliceRows = Math.ceil(rows / slices);
  const count = Math.ceil(rows / sliceRows);
  const sums = workspace(count * columns);
  const work = rows * columns;
  run('sumColumns', { over: count, work }, dy, sums, rows, columns, sliceRows);
  run('sumColumns', { over: 1, work: count * columns }, sums, db, count, columns, count);
}
