import type { Conv1dShape } from '../shape/conv1d-shape';
import type { Fits, Known, KnownShape, ShapeOf } from '../shape/shape-of';
import type { Array1D, Array2D, Array3D, NestedArray } from '../volume/nested';
import type { Volume as Shapeless } from '../volume/shapeless';
import type { Volume } from '../volume/volume';
import type { VolumeOf } from '../volume/volume-of';
import { giveBackGradients, type ConvGradients } from './conv-gradients';
import type { Kernel1d, Signals } from './conv1d';
import { correlate1d, correlate1dBackward } from './correlate1d';
import { flipKernel } from './flip-kernel';
import { giveBack, kindOf, readBias, toVolume } from './kind';
import type { RankLike } from './like';
import { readOutputGradient } from './output-gradient';
import type { Padding1d } from './read-conv-options';
import { readConv1d, type Conv1dOptions } from './read-conv1d';

/**
 * The convolution of mathematicians: the kernel slides along the signal back to front.
 *
 * `conv1d` of the flipped kernel, and nothing else: shapes, range, rounding, NaN and options are
 * `conv1d`'s. With as many zeros at both ends as the kernel is long, less one, it is the product of
 * two polynomials, and signal and kernel may change places.
 *
 *     output[x][k] = bias[k] + sum over i, c of
 *         input[x * stride + i * dilation - left][first + c] * kernel[kernelLength - 1 - i][c][k]
 *
 * Formula: Goodfellow, Bengio, Courville, « Deep Learning », 2016, eq. 9.3, on the places where the
 * kernel lies within the padded signal.
 *
 * @param input the signal: nested arrays or a Volume; the result is of the same kind
 * @param kernel the filter or filters: nested arrays or a Volume
 * @throws TypeError when an argument is not an array of numbers
 * @throws RangeError as `conv1d` does
 *
 * @example
 * ```ts
 * trueConv1d([0, 1, 0], [1, 2, 3], { padding: 1 }); // => [1, 2, 3]
 * conv1d([0, 1, 0], [1, 2, 3], { padding: 1 }); // => [3, 2, 1]
 * trueConv1d([1, 2], [3, 4, 5], { padding: 2 }); // => [3, 10, 13, 10]
 * trueConv1d([3, 4, 5], [1, 2], { padding: 1 }); // => [3, 10, 13, 10]
 * ```
 */
export function trueConv1d(
  input: Array1D,
  kernel: Array1D | Shapeless,
  options?: Conv1dOptions,
): number[];
export function trueConv1d(
  input: Array2D,
  kernel: Array3D | Shapeless,
  options?: Conv1dOptions,
): number[][];
export function trueConv1d(
  input: Array3D,
  kernel: Array3D | Shapeless,
  options?: Conv1dOptions,
): number[][][];
export function trueConv1d(
  input: Shapeless,
  kernel: Volume | NestedArray,
  options?: Conv1dOptions,
): Volume;
export function trueConv1d<
  T extends Volume | Array1D | Array2D | Array3D,
  K extends Volume | Array1D | Array3D,
  const S extends number = 1,
  const P extends Padding1d = 'valid',
  const D extends number = 1,
  const G extends number = 1,
>(
  input: T,
  kernel: Fits<
    Conv1dShape<ShapeOf<T>, ShapeOf<K>, S, P, D, G, 'convoluer le signal par le noyau retourné'>,
    K
  >,
  options?: Conv1dOptions<S, P, D, G>,
): T extends KnownShape
  ? VolumeOf<
      Known<
        Conv1dShape<ShapeOf<T>, ShapeOf<K>, S, P, D, G, 'convoluer le signal par le noyau retourné'>
      >
    >
  : RankLike<T>;
export function trueConv1d(
  input: Shapeless | NestedArray,
  kernel: Shapeless | NestedArray,
  options: Conv1dOptions = {},
): Volume | NestedArray {
  const doing = 'convoluer le signal par le noyau retourné';
  const x = toVolume(input, 'le signal');
  const w = toVolume(kernel, 'le noyau');
  const geometry = readConv1d(x.shape, w.shape, options, doing);
  const bias = readBias(options.bias, geometry.filters, doing);
  return giveBack(correlate1d(x, flipKernel(w), bias, geometry), kindOf(input));
}

/**
 * The gradients of `trueConv1d`: those of `conv1d` with the flipped kernel, and the kernel's flipped
 * back.
 *
 * @param dOutput of the loss, for each number of the output: of the output's shape
 * @param input what `trueConv1d` was given
 * @param kernel what `trueConv1d` was given
 * @param options what `trueConv1d` was given
 * @returns `dInput` with the kind and shape of the input, `dKernel` of the kernel; `dBias` `[filters]`,
 *   of the kernel's kind
 * @throws RangeError when `dOutput` has not the output's shape, and as `conv1d` does
 *
 * @example
 * ```ts
 * const { dInput, dKernel, dBias } = trueConv1dBackward([1, 10], [1, 2, 3], [5, 4]);
 * dInput; // => [4, 45, 50]
 * dKernel; // => [32, 21]
 * dBias; // => [11]
 * ```
 */
export function trueConv1dBackward<T extends Signals, K extends Kernel1d>(
  dOutput: Signals,
  input: T,
  kernel: K,
  options: Conv1dOptions = {},
): ConvGradients<T, K> {
  const doing = 'calculer le gradient de trueConv1d';
  const x = toVolume(input, 'le signal');
  const w = toVolume(kernel, 'le noyau');
  const geometry = readConv1d(x.shape, w.shape, options, doing);
  const dy = readOutputGradient(dOutput, geometry.outputShape, doing);
  const { dInput, dKernel, dBias } = correlate1dBackward(dy, x, flipKernel(w), geometry);
  return giveBackGradients({ dInput, dKernel: flipKernel(dKernel), dBias }, input, kernel);
}
