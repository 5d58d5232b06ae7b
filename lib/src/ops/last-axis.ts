import { Volume } from '../volume/volume';

/**
 * Applies a function to each row of the last axis.
 *
 * @param write receives a row of `input`, the same row of the result, zeros to be filled in, and its
 *   number from 0
 * @returns a volume of the input's shape and type of number
 */
export function mapRows(
  input: Volume,
  write: (row: Volume['data'], result: Volume['data'], index: number) => void,
): Volume {
  const output = Volume.zeros(input.shape, input.dtype);
  const length = rowLength(input.shape);
  for (let index = 0, start = 0; start < input.size; index++, start += length) {
    const end = start + length;
    write(input.data.subarray(start, end), output.data.subarray(start, end), index);
  }
  return output;
}

/** Length of the last axis. */
export function rowLength(shape: readonly number[]): number {
  return shape[shape.length - 1]!;
}

/** The largest number of a row; NaN where there is one. */
export function largestOf(row: ArrayLike<number>): number {
  let largest = -Infinity;
  for (let i = 0; i < row.length; i++) largest = Math.max(largest, row[i]!);
  return largest;
}
