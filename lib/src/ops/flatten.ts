import type { FlattenShape } from '../shape/flatten-shape';
import type { Fits, Known, KnownShape } from '../shape/shape-of';
import type { Array2D, Array3D, Array4D, NestedArray } from '../volume/nested';
import type { Volume as Shapeless } from '../volume/shapeless';
import type { VolumeOf } from '../volume/volume-of';
import { arrayOf, Volume } from '../volume/volume';
import { flatShape } from './flat-shape';
import { giveBack, kindOf, toVolume } from './kind';
import type { FlatLike, Images, Like, Numbers } from './like';
import { readOutputGradient } from './output-gradient';

/**
 * Lays the numbers of an image in one row, as a dense layer wants them.
 *
 *     output[(y * width + x) * channels + c] = input[y][x][c]
 *
 * | input                              | output                               |
 * |------------------------------------|--------------------------------------|
 * | `[height, width]`                  | `[height * width]`                   |
 * | `[height, width, channels]`        | `[height * width * channels]`        |
 * | `[batch, height, width, channels]` | `[batch, height * width * channels]` |
 *
 * Channels move fastest, as in tfjs; PyTorch keeps images channels first, so that its order differs.
 * Any numbers, NaN included, unchanged. The result is a copy.
 *
 * @param input the image: nested arrays or a Volume; the result is of the same kind
 * @throws TypeError when the input is not an array of numbers
 * @throws RangeError when its rank is not 2, 3 or 4
 *
 * @example
 * ```ts
 * flatten([[1, 2], [3, 4]]); // => [1, 2, 3, 4]
 * flatten([[[1, 10], [2, 20]]]); // => [1, 10, 2, 20]
 * flatten([[[[1], [2]]], [[[3], [4]]]]); // => [[1, 2], [3, 4]]
 * ```
 */
export function flatten(input: Array2D | Array3D): number[];
export function flatten(input: Array4D): number[][];
export function flatten(input: Shapeless): Volume;
export function flatten<T extends Images>(
  input: T extends KnownShape ? Fits<FlattenShape<T['shape']>, T> : T,
): T extends KnownShape ? VolumeOf<Known<FlattenShape<T['shape']>>> : FlatLike<T>;
export function flatten(input: Images | Shapeless): Volume | NestedArray {
  const image = toVolume(input, "l'image");
  const shape = flatShape(image.shape, "aplatir l'image");
  const flat = new Volume(shape, image.data.slice());
  return giveBack(flat, kindOf(input));
}

/**
 * The gradient for the input of `flatten`: the same numbers, back in the input's shape.
 *
 * @param dOutput of the loss, for each number of the output: of the output's shape
 * @param input what `flatten` was given; the result has its kind and shape
 * @throws RangeError when the shapes do not go together
 *
 * @example
 * ```ts
 * flattenBackward([1, 2, 3, 4], [[0, 0], [0, 0]]); // => [[1, 2], [3, 4]]
 * ```
 */
export function flattenBackward<T extends Images>(dOutput: Numbers, input: T): Like<T> {
  const doing = 'calculer le gradient de flatten';
  const image = toVolume(input, "l'image");
  const upstream = readOutputGradient(dOutput, flatShape(image.shape, doing), doing);
  const dInput = new Volume(image.shape, arrayOf(image.dtype, upstream.data));
  return giveBack(dInput, kindOf(input)) as Like<T>;
}
