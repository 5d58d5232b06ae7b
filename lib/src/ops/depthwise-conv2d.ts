import type { Pair } from '../shape/axes';
import type { DepthwiseShape } from '../shape/depthwise-shape';
import type { Fits, Known, KnownShape, ShapeOf } from '../shape/shape-of';
import type { Array3D, Array4D, NestedArray } from '../volume/nested';
import type { Volume as Shapeless } from '../volume/shapeless';
import type { Volume } from '../volume/volume';
import type { VolumeOf } from '../volume/volume-of';
import { giveBackGradients, type ConvGradients } from './conv-gradients';
import { correlate2d, correlate2dBackward } from './correlate2d';
import { giveBack, kindOf, readBias, toVolume } from './kind';
import type { RankLike } from './like';
import { readOutputGradient } from './output-gradient';
import type { Padding2d } from './read-conv-options';
import { readDepthwiseConv2d, type DepthwiseConv2dOptions } from './read-depthwise-conv2d';

/**
 * Convolves each channel by filters of its own: channels are not summed, each gives `multiplier` maps.
 *
 *     output[y][x][c * multiplier + m] = bias[c * multiplier + m] + sum over i, j of
 *           kernel[i][j][c][m] * input[y * stride + i * dilation - top][x * stride + j * dilation - left][c]
 *
 * | input                              | kernel                                              | output                                                |
 * |------------------------------------|-----------------------------------------------------|-------------------------------------------------------|
 * | `[height, width, channels]`        | `[kernelHeight, kernelWidth, channels, multiplier]` | `[outHeight, outWidth, channels * multiplier]`        |
 * | `[batch, height, width, channels]` | the same                                            | `[batch, outHeight, outWidth, channels * multiplier]` |
 *
 * It is `conv2d` with a group for each channel, computed by the same loops: range, rounding, NaN and
 * options are `conv2d`'s. A depthwise convolution, then a pointwise one, is what MobileNet and
 * EfficientNet have in place of a full one, at about `1 / (kernelHeight * kernelWidth)` of the work.
 * Formula: F. Chollet, « Xception: deep learning with depthwise separable convolutions », 2017.
 *
 * @param input the image: nested arrays or a Volume; the result is of the same kind
 * @param kernel the filters: nested arrays or a Volume
 * @throws TypeError when an argument is not an array of numbers
 * @throws RangeError when ranks, channels, bias, stride, dilation or padding do not fit, or the kernel
 *   reaches further than the padded image
 *
 * @example
 * ```ts
 * const image = [[[1, 10], [2, 20], [3, 30]]]; // one row, three columns, two channels
 * const kernel = [[[[1], [1]], [[1], [-1]]]]; // sum of neighbours for the first, difference for the second
 * depthwiseConv2d(image, kernel); // => [[[3, -10], [5, -10]]]
 * depthwiseConv2d([[[2, 3]]], [[[[1, 10], [100, 1000]]]]); // => [[[2, 20, 300, 3000]]]
 * ```
 */
export function depthwiseConv2d(
  input: Array3D,
  kernel: Array4D | Shapeless,
  options?: DepthwiseConv2dOptions,
): number[][][];
export function depthwiseConv2d(
  input: Array4D,
  kernel: Array4D | Shapeless,
  options?: DepthwiseConv2dOptions,
): number[][][][];
export function depthwiseConv2d(
  input: Shapeless,
  kernel: Volume | Array4D,
  options?: DepthwiseConv2dOptions,
): Volume;
export function depthwiseConv2d<
  T extends Volume | Array3D | Array4D,
  K extends Volume | Array4D,
  const S extends Pair = 1,
  const P extends Padding2d = 'valid',
  const D extends Pair = 1,
>(
  input: T,
  kernel: Fits<DepthwiseShape<ShapeOf<T>, ShapeOf<K>, S, P, D>, K>,
  options?: DepthwiseConv2dOptions<S, P, D>,
): T extends KnownShape
  ? VolumeOf<Known<DepthwiseShape<ShapeOf<T>, ShapeOf<K>, S, P, D>>>
  : RankLike<T>;
export function depthwiseConv2d(
  input: Shapeless | Array3D | Array4D,
  kernel: Shapeless | Array4D,
  options: DepthwiseConv2dOptions = {},
): Volume | NestedArray {
  const doing = "convoluer l'image canal par canal";
  const x = toVolume(input, "l'image");
  const w = toVolume(kernel, 'le noyau');
  const geometry = readDepthwiseConv2d(x.shape, w.shape, options, doing);
  const bias = readBias(options.bias, geometry.filters, doing);
  return giveBack(correlate2d(x, w, bias, geometry), kindOf(input));
}

/**
 * The gradients of `depthwiseConv2d`: as those of `conv2d`, each channel for itself.
 *
 * @param dOutput of the loss, for each number of the output: of the output's shape
 * @param input what `depthwiseConv2d` was given
 * @param kernel what `depthwiseConv2d` was given
 * @param options what `depthwiseConv2d` was given
 * @returns `dInput` with the kind and shape of the input, `dKernel` of the kernel; `dBias`
 *   `[channels * multiplier]`, of the kernel's kind
 * @throws RangeError when `dOutput` has not the output's shape, and as `depthwiseConv2d` does
 *
 * @example
 * ```ts
 * const kernel = [[[[5], [6]]]]; // 1 x 1, two channels
 * const { dInput, dKernel, dBias } = depthwiseConv2dBackward([[[1, 10]]], [[[2, 3]]], kernel);
 * dInput; // => [[[5, 60]]]
 * dKernel; // => [[[[2], [30]]]]
 * dBias; // => [1, 10]
 * ```
 */
export function depthwiseConv2dBackward<
  T extends Volume | Array3D | Array4D,
  K extends Volume | Array4D,
>(
  dOutput: Volume | Array3D | Array4D,
  input: T,
  kernel: K,
  options: DepthwiseConv2dOptions = {},
): ConvGradients<T, K> {
  const doing = 'calculer le gradient de depthwiseConv2d';
  const x = toVolume(input, "l'image");
  const w = toVolume(kernel, 'le noyau');
  const geometry = readDepthwiseConv2d(x.shape, w.shape, options, doing);
  const dy = readOutputGradient(dOutput, geometry.outputShape, doing);
  return giveBackGradients(correlate2dBackward(dy, x, w, geometry), input, kernel);
}
