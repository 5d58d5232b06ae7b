import type { GlobalPool2dShape } from '../shape/pool2d-shape';
import type { Fits, Known, KnownShape } from '../shape/shape-of';
import type { Array2D, Array3D, Array4D, NestedArray } from '../volume/nested';
import type { Volume as Shapeless } from '../volume/shapeless';
import type { Volume } from '../volume/volume';
import type { VolumeOf } from '../volume/volume-of';
import { mean } from './avg-pool2d';
import { globalPool2d, globalPool2dBackward } from './global-pool';
import type { FlatLike, Images, Like, Numbers } from './like';

/**
 * Global average pooling: one window that covers the image; the mean of each channel. What most
 * networks since 2014 have between their last convolution and their classes, where flattening and a
 * dense layer had been.
 *
 * Shapes as `globalMaxPool2d`. Any range of values; sums are computed in float64. NaN goes through.
 * The input is not changed. Source: Lin, Chen, Yan, « Network In Network », 2014, section 3.2.
 *
 * @param input the image: nested arrays or a Volume; the result is of the same kind
 * @throws TypeError when the input is not an array of numbers
 * @throws RangeError when its rank is not 2, 3 or 4
 *
 * @example
 * ```ts
 * globalAvgPool2d([[1, 2], [3, 4]]); // => [2.5]
 * globalAvgPool2d([[[1, 8]], [[3, 4]]]); // => [2, 6]
 * ```
 */
export function globalAvgPool2d(input: Array2D | Array3D): number[];
export function globalAvgPool2d(input: Array4D): number[][];
export function globalAvgPool2d(input: Shapeless): Volume;
export function globalAvgPool2d<T extends Images>(
  input: T extends KnownShape ? Fits<GlobalPool2dShape<T['shape']>, T> : T,
): T extends KnownShape ? VolumeOf<Known<GlobalPool2dShape<T['shape']>>> : FlatLike<T>;
export function globalAvgPool2d(input: Images | Shapeless): Volume | NestedArray {
  return globalPool2d(mean, input, "réduire l'image à sa moyenne");
}

/**
 * The gradient for the input of `globalAvgPool2d`: each channel's is shared equally among its cells.
 *
 * @param dOutput of the loss, for each number of the output: of the output's shape
 * @param input what `globalAvgPool2d` was given; the result has its kind and shape
 * @throws RangeError when the shapes do not go together
 *
 * @example
 * ```ts
 * globalAvgPool2dBackward([10], [[1, 2], [3, 4]]); // => [[2.5, 2.5], [2.5, 2.5]]
 * ```
 */
export function globalAvgPool2dBackward<T extends Images>(dOutput: Numbers, input: T): Like<T> {
  return globalPool2dBackward(mean, dOutput, input, 'calculer le gradient de globalAvgPool2d');
}
