import type { GlobalPool2dShape } from '../shape/pool2d-shape';
import type { Fits, Known, KnownShape } from '../shape/shape-of';
import type { Array2D, Array3D, Array4D, NestedArray } from '../volume/nested';
import type { Volume as Shapeless } from '../volume/shapeless';
import type { Volume } from '../volume/volume';
import type { VolumeOf } from '../volume/volume-of';
import { globalPool2d, globalPool2dBackward } from './global-pool';
import type { FlatLike, Images, Like, Numbers } from './like';
import { largest } from './max-pool2d';

/**
 * Global max pooling: one window that covers the image; the largest number of each channel.
 *
 * | input                              | output              |
 * |------------------------------------|---------------------|
 * | `[height, width]`                  | `[1]`               |
 * | `[height, width, channels]`        | `[channels]`        |
 * | `[batch, height, width, channels]` | `[batch, channels]` |
 *
 * Any range of values. NaN goes through. The input is not changed. Formula: that of `maxPool2d`.
 *
 * @param input the image: nested arrays or a Volume; the result is of the same kind
 * @throws TypeError when the input is not an array of numbers
 * @throws RangeError when its rank is not 2, 3 or 4
 *
 * @example
 * ```ts
 * globalMaxPool2d([[1, 2], [3, 4]]); // => [4]
 * globalMaxPool2d([[[1, 8]], [[3, 4]]]); // => [3, 8]
 * ```
 */
export function globalMaxPool2d(input: Array2D | Array3D): number[];
export function globalMaxPool2d(input: Array4D): number[][];
export function globalMaxPool2d(input: Shapeless): Volume;
export function globalMaxPool2d<T extends Images>(
  input: T extends KnownShape ? Fits<GlobalPool2dShape<T['shape']>, T> : T,
): T extends KnownShape ? VolumeOf<Known<GlobalPool2dShape<T['shape']>>> : FlatLike<T>;
export function globalMaxPool2d(input: Images | Shapeless): Volume | NestedArray {
  return globalPool2d(largest, input, "réduire l'image à son maximum");
}

/**
 * The gradient for the input of `globalMaxPool2d`: each channel's goes to its largest cell, of equal
 * ones to the first.
 *
 * @param dOutput of the loss, for each number of the output: of the output's shape
 * @param input what `globalMaxPool2d` was given; the result has its kind and shape
 * @throws RangeError when the shapes do not go together
 *
 * @example
 * ```ts
 * globalMaxPool2dBackward([10], [[1, 2], [3, 4]]); // => [[0, 0], [0, 10]]
 * ```
 */
export function globalMaxPool2dBackward<T extends Images>(dOutput: Numbers, input: T): Like<T> {
  return globalPool2dBackward(largest, dOutput, input, 'calculer le gradient de globalMaxPool2d');
}
