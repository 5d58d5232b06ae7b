import type { Pair } from '../shape/axes';
import type { Array2D, Array3D, Array4D, NestedArray } from '../volume/nested';
import type { Volume as Shapeless } from '../volume/shapeless';
import type { Volume } from '../volume/volume';
import type { Images, Like } from './like';
import { pool2d, pool2dBackward, type Pooling } from './pool';
import type { PoolOptions } from './pool-plan';
import type { Pooled, PoolOptionsFor } from './pool-types';
import type { Padding2d } from './read-conv-options';
import { total } from './sum-pool2d';

/** The mean of the cells; its gradient is shared equally among them. */
export const mean: Pooling = {
  value: (image, cells) => total.value(image, cells) / cells.length,
  share: (gradient, image, cells, sums) => {
    total.share(gradient / cells.length, image, cells, sums);
  },
};

/**
 * Average pooling: slides a window over the image and keeps the mean of what lies underneath, channel
 * by channel.
 *
 *     output[y][x][c] = mean over i, j of input[y * stride + i - padding][x * stride + j - padding][c]
 *
 * Shapes as `maxPool2d`. The mean is that of the cells inside the image: at a border the sum is
 * divided by their count, not by the window's area, as TensorFlow does. Any range of values; sums are
 * computed in float64 and rounded once where the input is a float32 Volume. NaN goes through. The
 * input is not changed. Formula: LeCun, Bottou, Bengio, Haffner, « Gradient-Based Learning Applied to
 * Document Recognition », 1998, section II (there with a factor and a bias to learn).
 *
 * @param input the image: nested arrays or a Volume; the result is of the same kind
 * @throws TypeError when the input is not an array of numbers
 * @throws RangeError when rank, poolSize, stride or padding do not fit, or the window is larger than the
 *   padded image
 *
 * @example
 * ```ts
 * const image = [[1, 1, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]];
 * avgPool2d(image, { poolSize: 2 }); // => [[3.25, 5.25], [2, 2]]
 * avgPool2d([[1, 3, 5]], { poolSize: [1, 2], padding: 'same' }); // => [[2, 5]]
 * ```
 */
export function avgPool2d(input: Array2D, options: PoolOptions): number[][];
export function avgPool2d(input: Array3D, options: PoolOptions): number[][][];
export function avgPool2d(input: Array4D, options: PoolOptions): number[][][][];
export function avgPool2d(input: Shapeless, options: PoolOptions): Volume;
export function avgPool2d<
  T extends Images,
  const Z extends Pair,
  const S extends Pair = Z,
  const P extends Padding2d = 'valid',
>(input: T, options: PoolOptionsFor<T, Z, S, P>): Pooled<T, Z, S, P>;
export function avgPool2d(input: Images | Shapeless, options: PoolOptions): Volume | NestedArray {
  return pool2d(mean, input, options, "sous-échantillonner l'image par moyenne");
}

/**
 * The gradient for the input of `avgPool2d`: each window's is shared equally among its cells inside
 * the image. Windows that overlap add up.
 *
 * @param dOutput of the loss, for each number of the output: of the output's shape
 * @param input what `avgPool2d` was given; the result has its kind and shape
 * @param options what `avgPool2d` was given
 * @throws RangeError when the shapes do not go together, and as `avgPool2d` does
 *
 * @example
 * ```ts
 * avgPool2dBackward([[8, 4]], [[1, 3, 5]], { poolSize: [1, 2], padding: 'same' }); // => [[4, 4, 4]]
 * ```
 */
export function avgPool2dBackward<T extends Images>(
  dOutput: Images,
  input: T,
  options: PoolOptions,
): Like<T> {
  return pool2dBackward(mean, dOutput, input, options, 'calculer le gradient de avgPool2d');
}
