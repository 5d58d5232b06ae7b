import { heap } from '../engine/heap';

/**
 * For each column, the sum of (a - aMean) * (b - bMean), slice of rows by slice of rows: `from` and
 * `to` count slices of `sliceRows` rows; slice s writes `columns` sums at `y + s * columns` numbers.
 */
export function sumCentredProducts(
  from: number,
  to: number,
  a: number,
  aMean: number,
  b: number,
  bMean: number,
  y: number,
  rows: number,
  columns: number,
  sliceRows: number,
): void {
  const { f32 } = heap;
  const toB = (b >>> 2) - (a >>> 2);
  for (let slice = from; slice < to; slice++) {
    const first = slice * sliceRows;
    const end = (a >>> 2) + Math.min(first + sliceRows, rows) * columns;
    for (let column = 0; column < columns; column++) {
      const am = f32[(aMean >>> 2) + column]!;
      const bm = f32[(bMean >>> 2) + column]!;
      let sum = 0;
      for (let p = (a >>> 2) + first * columns + column; p < end; p += columns) {
        sum += (f32[p]! - am) * (f32[p + toB]! - bm);
      }
      f32[(y >>> 2) + slice * columns + column] = sum;
    }
  }
}

/** y = (x - mean) * scale + shift, the last three one number a column; `from` and `to` count rows. */
export function normalise(
  from: number,
  to: number,
  x: number,
  y: number,
  mean: number,
  scale: number,
  shift: number,
  columns: number,
): void {
  const { f32 } = heap;
  for (let row = from * columns; row < to * columns; row += columns) {
    for (let c = 0; c < columns; c++) {
      const centred = f32[(x >>> 2) + row + c]! - f32[(mean >>> 2) + c]!;
      f32[(y >>> 2) + row + c] = centred * f32[(scale >>> 2) + c]! + f32[(shift >>> 2) + c]!;
    }
  }
}

/** dx = (dy - shift - (x - mean) * slope) * scale; `from` and `to` count rows. */
export function normaliseBackward(
  from: number,
  to: number,
  dy: number,
  x: number,
  dx: number,
  mean: number,
  scale: number,
  slope: number,
  shift: number,
  columns: number,
): void {
  const { f32 } = heap;
  for (let row = from * columns; row < to * columns; row += columns) {
    for (let c = 0; c < columns; c++) {
      const centred = f32[(x >>> 2) + row + c]! - f32[(mean >>> 2) + c]!;
      const own = f32[(dy >>> 2) + row + c]! - f32[(shift >>> 2) + c]!;
      f32[(dx >>> 2) + row + c] =
        (own - centred * f32[(slope >>> 2) + c]!) * f32[(scale >>> 2) + c]!;
    }
  }
}
