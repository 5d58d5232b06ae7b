import type { Conv1dShape } from '../shape/conv1d-shape';
import type { Fits, Known, KnownShape, ShapeOf } from '../shape/shape-of';
import type { Array1D, Array2D, Array3D, NestedArray } from '../volume/nested';
import type { Volume as Shapeless } from '../volume/shapeless';
import type { Volume } from '../volume/volume';
import type { VolumeOf } from '../volume/volume-of';
import { giveBackGradients, type ConvGradients } from './conv-gradients';
import { correlate1d, correlate1dBackward } from './correlate1d';
import { giveBack, kindOf, readBias, toVolume } from './kind';
import type { RankLike } from './like';
import { readOutputGradient } from './output-gradient';
import type { Padding1d } from './read-conv-options';
import { readConv1d, type Conv1dOptions } from './read-conv1d';

/** A signal: `[length]`, `[length, channels]` or `[batch, length, channels]`. */
export type Signals = Volume | Array1D | Array2D | Array3D;

/** A kernel of `conv1d`: `[length]`, or `[length, channels / groups, filters]`. */
export type Kernel1d = Volume | Array1D | Array3D;

/**
 * Slides a kernel along a signal and, at each place, sums the products of what lies underneath.
 *
 * This is what networks call convolution: the kernel is not flipped (mathematicians call it
 * cross-correlation; `trueConv1d` gives the other).
 *
 *     output[x][k] = bias[k] + sum over i, c of
 *                    kernel[i][c][k] * input[x * stride + i * dilation - left][first + c]
 *
 * where `left` is the zeros laid there, and `first` the first channel that the filter's group sees: 0
 * without groups.
 *
 * | input                       | kernel                                       | output                        |
 * |-----------------------------|----------------------------------------------|-------------------------------|
 * | `[length]`                  | `[kernelLength]`                             | `[outLength]`                 |
 * | `[length, channels]`        | `[kernelLength, channels / groups, filters]` | `[outLength, filters]`        |
 * | `[batch, length, channels]` | the same                                     | `[batch, outLength, filters]` |
 *
 * `outLength` is `floor((left + length + right - reach) / stride) + 1`, where the kernel's reach is
 * `(kernelLength - 1) * dilation + 1`. Any range of values; sums are computed in float64 and rounded
 * once where the input is a float32 Volume. NaN goes through; where the kernel lies over padding it
 * adds nothing, whatever its weight. No argument is changed.
 * Formula: Goodfellow, Bengio, Courville, « Deep Learning », 2016, eq. 9.6 with one axis.
 *
 * @param input the signal: nested arrays or a Volume; the result is of the same kind
 * @param kernel the filter or filters: nested arrays or a Volume
 * @throws TypeError when an argument is not an array of numbers
 * @throws RangeError when ranks, channels, groups, bias, stride, dilation or padding do not fit, or
 *   the kernel reaches further than the padded signal
 *
 * @example
 * ```ts
 * const signal = [0, 1, 2, -1, 1, -3, 0];
 * conv1d(signal, [1, 0, -1]); // => [-2, 2, 1, 2, 1]
 * conv1d(signal, [1, 0, -1], { stride: 2 }); // => [-2, 1, 1]
 * conv1d(signal, [1, -1], { dilation: 2 }); // => [-2, 2, 1, 2, 1]
 * conv1d([1, 2, 3], [1, 1, 1], { padding: 'same' }); // => [3, 6, 5]
 * conv1d([1, 2, 3], [1, 1, 1], { padding: { left: 2, right: 0 } }); // => [1, 3, 6]
 * ```
 */
export function conv1d(
  input: Array1D,
  kernel: Array1D | Shapeless,
  options?: Conv1dOptions,
): number[];
export function conv1d(
  input: Array2D,
  kernel: Array3D | Shapeless,
  options?: Conv1dOptions,
): number[][];
export function conv1d(
  input: Array3D,
  kernel: Array3D | Shapeless,
  options?: Conv1dOptions,
): number[][][];
export function conv1d(
  input: Shapeless,
  kernel: Volume | NestedArray,
  options?: Conv1dOptions,
): Volume;
export function conv1d<
  T extends Volume | Array1D | Array2D | Array3D,
  K extends Volume | Array1D | Array3D,
  const S extends number = 1,
  const P extends Padding1d = 'valid',
  const D extends number = 1,
  const G extends number = 1,
>(
  input: T,
  kernel: Fits<Conv1dShape<ShapeOf<T>, ShapeOf<K>, S, P, D, G>, K>,
  options?: Conv1dOptions<S, P, D, G>,
): T extends KnownShape
  ? VolumeOf<Known<Conv1dShape<ShapeOf<T>, ShapeOf<K>, S, P, D, G>>>
  : RankLike<T>;
export function conv1d(
  input: Shapeless | NestedArray,
  kernel: Shapeless | NestedArray,
  options: Conv1dOptions = {},
): Volume | NestedArray {
  const doing = 'convoluer le signal par le noyau';
  const x = toVolume(input, 'le signal');
  const w = toVolume(kernel, 'le noyau');
  const geometry = readConv1d(x.shape, w.shape, options, doing);
  const bias = readBias(options.bias, geometry.filters, doing);
  return giveBack(correlate1d(x, w, bias, geometry), kindOf(input));
}

/**
 * The gradients of `conv1d`, by the same loops: see `conv2dBackward`.
 *
 *     dInput[sample]  += dOutput[place] * kernel[weight]
 *     dKernel[weight] += dOutput[place] * input[sample]
 *     dBias[k]        += dOutput[place]
 *
 * Formula: Goodfellow, Bengio, Courville, « Deep Learning », 2016, eq. 9.11 to 9.13 with one axis.
 *
 * @param dOutput of the loss, for each number of the output: of the output's shape
 * @param input what `conv1d` was given
 * @param kernel what `conv1d` was given
 * @param options what `conv1d` was given
 * @returns `dInput` with the kind and shape of the input, `dKernel` of the kernel; `dBias` `[filters]`,
 *   of the kernel's kind. Sums are computed in float64 and rounded once for a float32 Volume
 * @throws RangeError when `dOutput` has not the output's shape, and as `conv1d` does
 *
 * @example
 * ```ts
 * const { dInput, dKernel, dBias } = conv1dBackward([1, 10], [1, 2, 3], [4, 5]);
 * dInput; // => [4, 45, 50]
 * dKernel; // => [21, 32]
 * dBias; // => [11]
 * ```
 */
export function conv1dBackward<T extends Signals, K extends Kernel1d>(
  dOutput: Signals,
  input: T,
  kernel: K,
  options: Conv1dOptions = {},
): ConvGradients<T, K> {
  const doing = 'calculer le gradient de conv1d';
  const x = toVolume(input, 'le signal');
  const w = toVolume(kernel, 'le noyau');
  const geometry = readConv1d(x.shape, w.shape, options, doing);
  const dy = readOutputGradient(dOutput, geometry.outputShape, doing);
  return giveBackGradients(correlate1dBackward(dy, x, w, geometry), input, kernel);
}
