import type { Pair } from '../shape/axes';
import type { Conv2dShape } from '../shape/conv2d-shape';
import type { Fits, Known, KnownShape, ShapeOf } from '../shape/shape-of';
import type { Array2D, Array3D, Array4D, NestedArray } from '../volume/nested';
import type { Volume as Shapeless } from '../volume/shapeless';
import type { Volume } from '../volume/volume';
import type { VolumeOf } from '../volume/volume-of';
import { giveBackGradients, type ConvGradients } from './conv-gradients';
import type { Kernel2d } from './conv2d';
import { correlate2d, correlate2dBackward } from './correlate2d';
import { flipKernel } from './flip-kernel';
import { giveBack, kindOf, readBias, toVolume } from './kind';
import type { Images, RankLike } from './like';
import { readOutputGradient } from './output-gradient';
import type { Padding2d } from './read-conv-options';
import { readConv2d, type Conv2dOptions } from './read-conv2d';

/**
 * The convolution of mathematicians: the kernel slides over the image turned by half a turn.
 *
 * `conv2d` of the flipped kernel, and nothing else: shapes, range, rounding, NaN and options are
 * `conv2d`'s, and with `'same'` and an even kernel so is the side that gets the odd zero. Networks
 * have no use for it, as they learn their kernels either way round.
 *
 *     output[y][x][k] = bias[k] + sum over i, j, c of
 *           input[y * stride + i * dilation - top][x * stride + j * dilation - left][first + c] *
 *           kernel[kernelHeight - 1 - i][kernelWidth - 1 - j][c][k]
 *
 * Formula: Goodfellow, Bengio, Courville, « Deep Learning », 2016, eq. 9.4, on the places where the
 * kernel lies within the padded image.
 *
 * @param input the image: nested arrays or a Volume; the result is of the same kind
 * @param kernel the filter or filters: nested arrays or a Volume
 * @throws TypeError when an argument is not an array of numbers
 * @throws RangeError as `conv2d` does
 *
 * @example
 * ```ts
 * const dot = [[0, 0, 0], [0, 1, 0], [0, 0, 0]];
 * trueConv2d(dot, [[1, 2], [3, 4]]); // => [[1, 2], [3, 4]]
 * conv2d(dot, [[1, 2], [3, 4]]); // => [[4, 3], [2, 1]]
 * ```
 */
export function trueConv2d(
  input: Array2D,
  kernel: Array2D | Shapeless,
  options?: Conv2dOptions,
): number[][];
export function trueConv2d(
  input: Array3D,
  kernel: Array4D | Shapeless,
  options?: Conv2dOptions,
): number[][][];
export function trueConv2d(
  input: Array4D,
  kernel: Array4D | Shapeless,
  options?: Conv2dOptions,
): number[][][][];
export function trueConv2d(
  input: Shapeless,
  kernel: Volume | NestedArray,
  options?: Conv2dOptions,
): Volume;
export function trueConv2d<
  T extends Images,
  K extends Kernel2d,
  const S extends Pair = 1,
  const P extends Padding2d = 'valid',
  const D extends Pair = 1,
  const G extends number = 1,
>(
  input: T,
  kernel: Fits<
    Conv2dShape<ShapeOf<T>, ShapeOf<K>, S, P, D, G, "convoluer l'image par le noyau retourné">,
    K
  >,
  options?: Conv2dOptions<S, P, D, G>,
): T extends KnownShape
  ? VolumeOf<
      Known<
        Conv2dShape<ShapeOf<T>, ShapeOf<K>, S, P, D, G, "convoluer l'image par le noyau retourné">
      >
    >
  : RankLike<T>;
export function trueConv2d(
  input: Shapeless | NestedArray,
  kernel: Shapeless | NestedArray,
  options: Conv2dOptions = {},
): Volume | NestedArray {
  const doing = "convoluer l'image par le noyau retourné";
  const x = toVolume(input, "l'image");
  const w = toVolume(kernel, 'le noyau');
  const geometry = readConv2d(x.shape, w.shape, options, doing);
  const bias = readBias(options.bias, geometry.filters, doing);
  return giveBack(correlate2d(x, flipKernel(w), bias, geometry), kindOf(input));
}

/**
 * The gradients of `trueConv2d`: those of `conv2d` with the flipped kernel, and the kernel's flipped
 * back.
 *
 * @param dOutput of the loss, for each number of the output: of the output's shape
 * @param input what `trueConv2d` was given
 * @param kernel what `trueConv2d` was given
 * @param options what `trueConv2d` was given
 * @returns `dInput` with the kind and shape of the input, `dKernel` of the kernel; `dBias` `[filters]`,
 *   of the kernel's kind
 * @throws RangeError when `dOutput` has not the output's shape, and as `conv2d` does
 *
 * @example
 * ```ts
 * const { dInput, dKernel, dBias } = trueConv2dBackward([[1, 10]], [[1, 2, 3]], [[5, 4]]);
 * dInput; // => [[4, 45, 50]]
 * dKernel; // => [[32, 21]]
 * dBias; // => [11]
 * ```
 */
export function trueConv2dBackward<T extends Images, K extends Kernel2d>(
  dOutput: Images,
  input: T,
  kernel: K,
  options: Conv2dOptions = {},
): ConvGradients<T, K> {
  const doing = 'calculer le gradient de trueConv2d';
  const x = toVolume(input, "l'image");
  const w = toVolume(kernel, 'le noyau');
  const geometry = readConv2d(x.shape, w.shape, options, doing);
  const dy = readOutputGradient(dOutput, geometry.outputShape, doing);
  const { dInput, dKernel, dBias } = correlate2dBackward(dy, x, flipKernel(w), geometry);
  return giveBackGradients({ dInput, dKernel: flipKernel(dKernel), dBias }, input, kernel);
}
