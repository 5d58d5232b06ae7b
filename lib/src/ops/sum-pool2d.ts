import type { Pair } from '../shape/axes';
import type { Array2D, Array3D, Array4D, NestedArray } from '../volume/nested';
import type { Volume as Shapeless } from '../volume/shapeless';
import type { Volume } from '../volume/volume';
import type { Images, Like } from './like';
import { pool2d, pool2dBackward, type Pooling } from './pool';
import type { PoolOptions } from './pool-plan';
import type { Pooled, PoolOptionsFor } from './pool-types';
import type { Padding2d } from './read-conv-options';

/** The sum of the cells; its gradient goes whole to each of them. */
export const total: Pooling = {
  value: (image, cells) => {
    let sum = 0;
    for (const cell of cells) sum += image[cell]!;
    return sum;
  },
  share: (gradient, _, cells, sums) => {
    for (const cell of cells) sums[cell]! += gradient;
  },
};

/**
 * Sum pooling: slides a window over the image and keeps the sum of what lies underneath, channel by
 * channel. Neither Keras nor tfjs has it: it is `avgPool2d` times the window's area, except at the
 * borders of a padded image.
 *
 *     output[y][x][c] = sum over i, j of input[y * stride + i - padding][x * stride + j - padding][c]
 *
 * Shapes as `maxPool2d`. Any range of values; sums are computed in float64 and rounded once where the
 * input is a float32 Volume. NaN goes through. The input is not changed. It is a convolution of each
 * channel by a kernel of ones: Goodfellow, Bengio, Courville, « Deep Learning », 2016, eq. 9.6.
 *
 * @param input the image: nested arrays or a Volume; the result is of the same kind
 * @throws TypeError when the input is not an array of numbers
 * @throws RangeError when rank, poolSize, stride or padding do not fit, or the window is larger than the
 *   padded image
 *
 * @example
 * ```ts
 * const image = [[1, 1, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]];
 * sumPool2d(image, { poolSize: 2 }); // => [[13, 21], [8, 8]]
 * ```
 */
export function sumPool2d(input: Array2D, options: PoolOptions): number[][];
export function sumPool2d(input: Array3D, options: PoolOptions): number[][][];
export function sumPool2d(input: Array4D, options: PoolOptions): number[][][][];
export function sumPool2d(input: Shapeless, options: PoolOptions): Volume;
export function sumPool2d<
  T extends Images,
  const Z extends Pair,
  const S extends Pair = Z,
  const P extends Padding2d = 'valid',
>(input: T, options: PoolOptionsFor<T, Z, S, P>): Pooled<T, Z, S, P>;
export function sumPool2d(input: Images | Shapeless, options: PoolOptions): Volume | NestedArray {
  return pool2d(total, input, options, "sous-échantillonner l'image par somme");
}

/**
 * The gradient for the input of `sumPool2d`: each window's goes whole to each of its cells. Windows
 * that overlap add up.
 *
 * @param dOutput of the loss, for each number of the output: of the output's shape
 * @param input what `sumPool2d` was given; the result has its kind and shape
 * @param options what `sumPool2d` was given
 * @throws RangeError when the shapes do not go together, and as `sumPool2d` does
 *
 * @example
 * ```ts
 * sumPool2dBackward([[1, 10]], [[1, 3, 5]], { poolSize: [1, 2], stride: 1 }); // => [[1, 11, 10]]
 * ```
 */
export function sumPool2dBackward<T extends Images>(
  dOutput: Images,
  input: T,
  options: PoolOptions,
): Like<T> {
  return pool2dBackward(total, dOutput, input, options, 'calculer le gradient de sumPool2d');
}
