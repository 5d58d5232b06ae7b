import type { Pair } from '../shape/axes';
import type { Array2D, Array3D, Array4D, NestedArray } from '../volume/nested';
import type { Volume as Shapeless } from '../volume/shapeless';
import type { Volume } from '../volume/volume';
import type { Images, Like } from './like';
import { pool2d, pool2dBackward, type Pooling } from './pool';
import type { PoolOptions } from './pool-plan';
import type { Pooled, PoolOptionsFor } from './pool-types';
import type { Padding2d } from './read-conv-options';

/** The largest cell; its gradient goes to that cell alone. */
export const largest: Pooling = {
  value: (image, cells) => image[placeOfLargest(image, cells)]!,
  share: (gradient, image, cells, sums) => {
    sums[placeOfLargest(image, cells)]! += gradient;
  },
};

/** Of equal ones the first, row by row, as TensorFlow; NaN is larger than all. */
function placeOfLargest(image: ArrayLike<number>, cells: readonly number[]): number {
  let best = cells[0]!;
  for (const cell of cells) {
    if (Number.isNaN(image[best])) break;
    if (image[cell]! > image[best]! || Number.isNaN(image[cell])) best = cell;
  }
  return best;
}

/**
 * Max pooling: slides a window over the image and keeps its largest number, channel by channel.
 *
 *     output[y][x][c] = max over i, j of input[y * stride + i - padding][x * stride + j - padding][c]
 *
 * | input                              | output                                    |
 * |------------------------------------|-------------------------------------------|
 * | `[height, width]`                  | `[outHeight, outWidth]`                   |
 * | `[height, width, channels]`        | `[outHeight, outWidth, channels]`         |
 * | `[batch, height, width, channels]` | `[batch, outHeight, outWidth, channels]`  |
 *
 * `outHeight` and `outWidth` are what `outputSize` says. Any range of values; padding never wins, not
 * even over negative numbers. NaN goes through. No parameters to learn. The input is not changed.
 * Formula: Goodfellow, Bengio, Courville, « Deep Learning », 2016, section 9.3.
 *
 * @param input the image: nested arrays or a Volume; the result is of the same kind
 * @throws TypeError when the input is not an array of numbers
 * @throws RangeError when rank, poolSize, stride or padding do not fit, or the window is larger than the
 *   padded image
 *
 * @example
 * ```ts
 * const image = [[1, 1, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]];
 * maxPool2d(image, { poolSize: 2 }); // => [[6, 8], [3, 4]]
 * maxPool2d(image, { poolSize: [2, 4] }); // => [[8], [4]]
 * maxPool2d(image, { poolSize: 3, stride: 2, padding: 'same' }); // => [[7, 8], [3, 4]]
 * ```
 */
export function maxPool2d(input: Array2D, options: PoolOptions): number[][];
export function maxPool2d(input: Array3D, options: PoolOptions): number[][][];
export function maxPool2d(input: Array4D, options: PoolOptions): number[][][][];
export function maxPool2d(input: Shapeless, options: PoolOptions): Volume;
export function maxPool2d<
  T extends Images,
  const Z extends Pair,
  const S extends Pair = Z,
  const P extends Padding2d = 'valid',
>(input: T, options: PoolOptionsFor<T, Z, S, P>): Pooled<T, Z, S, P>;
export function maxPool2d(input: Images | Shapeless, options: PoolOptions): Volume | NestedArray {
  return pool2d(largest, input, options, "sous-échantillonner l'image par maximum");
}

/**
 * The gradient for the input of `maxPool2d`: each window's goes to its largest cell, 0 to the others.
 * Of equal cells the first takes it, row by row, as TensorFlow does. Windows that overlap add up.
 *
 * @param dOutput of the loss, for each number of the output: of the output's shape
 * @param input what `maxPool2d` was given; the result has its kind and shape
 * @param options what `maxPool2d` was given
 * @throws RangeError when the shapes do not go together, and as `maxPool2d` does
 *
 * @example
 * ```ts
 * const image = [[1, 1, 2, 4], [5, 6, 7, 8]];
 * maxPool2dBackward([[10, 20]], image, { poolSize: 2 }); // => [[0, 0, 0, 0], [0, 10, 0, 20]]
 * maxPool2dBackward([[1]], [[7, 7], [7, 7]], { poolSize: 2 }); // => [[1, 0], [0, 0]]
 * ```
 */
export function maxPool2dBackward<T extends Images>(
  dOutput: Images,
  input: T,
  options: PoolOptions,
): Like<T> {
  return pool2dBackward(largest, dOutput, input, options, 'calculer le gradient de maxPool2d');
}
