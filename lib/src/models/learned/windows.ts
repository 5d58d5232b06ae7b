import { Volume } from '../../volume/volume';

/** A copy of an image, every channel of a square of it filled. */
export function cover(
  { shape, data }: Volume,
  row: number,
  column: number,
  window: number,
  fill: number,
): Float32Array {
  const [, width = 1, channels = 1] = shape;
  const covered = Float32Array.from(data);
  for (let y = row; y < row + window; y++) {
    const start = (y * width + column) * channels;
    covered.fill(fill, start, start + window * channels);
  }
  return covered;
}

/** Where windows begin along an axis, a stride apart; the last one touches the edge. */
export function startsOf(length: number, window: number, stride: number): number[] {
  const last = length - window;
  const found = Array.from({ length: Math.ceil(last / stride) }, (_, i) => i * stride);
  return [...found, last];
}

/** For each pixel the mean over the windows that cover it: `[height, width]`. */
export function spread(
  falls: Volume,
  rows: readonly number[],
  columns: readonly number[],
  window: number,
  [height, width]: readonly [number, number],
): Volume {
  const sums = Volume.zeros([height, width], 'float64');
  const counts = new Float64Array(height * width);
  for (const [i, row] of rows.entries()) {
    for (const [j, column] of columns.entries()) {
      const fall = falls.data[i * columns.length + j]!;
      for (let y = row; y < row + window; y++) {
        for (let x = column; x < column + window; x++) {
          sums.data[y * width + x]! += fall;
          counts[y * width + x]! += 1;
        }
      }
    }
  }
  for (const [i, count] of counts.entries()) sums.data[i]! /= count;
  return sums;
}
