import type { GlobalPool2dShape } from '../shape/pool2d-shape';
import type { Fits, Known, KnownShape } from '../shape/shape-of';
import type { Array2D, Array3D, Array4D, NestedArray } from '../volume/nested';
import type { Volume as Shapeless } from '../volume/shapeless';
import type { Volume } from '../volume/volume';
import type { VolumeOf } from '../volume/volume-of';
import { globalPool2d, globalPool2dBackward } from './global-pool';
import type { FlatLike, Images, Like, Numbers } from './like';
import { total } from './sum-pool2d';

/**
 * Global sum pooling: one window that covers the image; the sum of each channel.
 *
 * Shapes as `globalMaxPool2d`. Any range of values; sums are computed in float64. NaN goes through.
 * The input is not changed. Formula: that of `sumPool2d`.
 *
 * @param input the image: nested arrays or a Volume; the result is of the same kind
 * @throws TypeError when the input is not an array of numbers
 * @throws RangeError when its rank is not 2, 3 or 4
 *
 * @example
 * ```ts
 * globalSumPool2d([[1, 2], [3, 4]]); // => [10]
 * ```
 */
export function globalSumPool2d(input: Array2D | Array3D): number[];
export function globalSumPool2d(input: Array4D): number[][];
export function globalSumPool2d(input: Shapeless): Volume;
export function globalSumPool2d<T extends Images>(
  input: T extends KnownShape ? Fits<GlobalPool2dShape<T['shape']>, T> : T,
): T extends KnownShape ? VolumeOf<Known<GlobalPool2dShape<T['shape']>>> : FlatLike<T>;
export function globalSumPool2d(input: Images | Shapeless): Volume | NestedArray {
  return globalPool2d(total, input, "réduire l'image à sa somme");
}

/**
 * The gradient for the input of `globalSumPool2d`: each channel's goes whole to each of its cells.
 *
 * @param dOutput of the loss, for each number of the output: of the output's shape
 * @param input what `globalSumPool2d` was given; the result has its kind and shape
 * @throws RangeError when the shapes do not go together
 *
 * @example
 * ```ts
 * globalSumPool2dBackward([10], [[1, 2], [3, 4]]); // => [[10, 10], [10, 10]]
 * ```
 */
export function globalSumPool2dBackward<T extends Images>(dOutput: Numbers, input: T): Like<T> {
  return globalPool2dBackward(total, dOutput, input, 'calculer le gradient de globalSumPool2d');
}
