import { shapeText } from '../errors';
import type { Pair } from '../shape/axes';
import type { PointwiseShape } from '../shape/pointwise-shape';
import type { Fits, Known, KnownShape, ShapeOf } from '../shape/shape-of';
import type { Array2D, Array3D, Array4D, NestedArray } from '../volume/nested';
import type { Volume as Shapeless } from '../volume/shapeless';
import type { Volume } from '../volume/volume';
import type { VolumeOf } from '../volume/volume-of';
import { giveBackGradients, type ConvGradients } from './conv-gradients';
import { correlate2d, correlate2dBackward } from './correlate2d';
import { giveBack, kindOf, readBias, toVolume } from './kind';
import type { RankLike } from './like';
import { readOutputGradient } from './output-gradient';
import { readPointwiseConv2d, type PointwiseConv2dOptions } from './read-pointwise-conv2d';

/**
 * A convolution of 1 x 1: at each pixel, every filter is a weighted sum of the channels. A dense
 * layer over the channels, the same for all pixels.
 *
 *     output[y][x][k] = bias[k] + sum over c of input[y * stride][x * stride][c] * kernel[c][k]
 *
 * | input                              | kernel                | output                                  |
 * |------------------------------------|-----------------------|-----------------------------------------|
 * | `[height, width, channels]`        | `[channels, filters]` | `[outHeight, outWidth, filters]`        |
 * | `[batch, height, width, channels]` | the same              | `[batch, outHeight, outWidth, filters]` |
 *
 * `outHeight` is `ceil(height / stride)`, `outWidth` likewise. It is `conv2d` with a kernel
 * `[1, 1, channels, filters]`, computed by the same loops: range, rounding and NaN are `conv2d`'s.
 * Formula: M. Lin, Q. Chen, S. Yan, « Network in network », 2014.
 *
 * @param input the image: nested arrays or a Volume; the result is of the same kind
 * @param kernel the filters: nested arrays or a Volume
 * @throws TypeError when an argument is not an array of numbers
 * @throws RangeError when ranks, channels, bias or stride do not fit
 *
 * @example
 * ```ts
 * const pixels = [[[1, 2, 3], [4, 5, 6]]]; // one row, two columns, three channels
 * pointwiseConv2d(pixels, [[1], [1], [1]]); // => [[[6], [15]]]
 * pointwiseConv2d(pixels, [[0, 1], [0, 0], [1, 0]], { bias: [0, 10] }); // => [[[3, 11], [6, 14]]]
 * ```
 */
export function pointwiseConv2d(
  input: Array3D,
  kernel: Array2D | Shapeless,
  options?: PointwiseConv2dOptions,
): number[][][];
export function pointwiseConv2d(
  input: Array4D,
  kernel: Array2D | Shapeless,
  options?: PointwiseConv2dOptions,
): number[][][][];
export function pointwiseConv2d(
  input: Shapeless,
  kernel: Volume | Array2D,
  options?: PointwiseConv2dOptions,
): Volume;
export function pointwiseConv2d<
  T extends Volume | Array3D | Array4D,
  K extends Volume | Array2D,
  const S extends Pair = 1,
>(
  input: T,
  kernel: Fits<PointwiseShape<ShapeOf<T>, ShapeOf<K>, S>, K>,
  options?: PointwiseConv2dOptions<S>,
): T extends KnownShape ? VolumeOf<Known<PointwiseShape<ShapeOf<T>, ShapeOf<K>, S>>> : RankLike<T>;
export function pointwiseConv2d(
  input: Shapeless | Array3D | Array4D,
  kernel: Shapeless | Array2D,
  options: PointwiseConv2dOptions = {},
): Volume | NestedArray {
  const doing = `convoluer l'image par un noyau de ${shapeText([1, 1])}`;
  const x = toVolume(input, "l'image");
  const w = toVolume(kernel, 'le noyau');
  const geometry = readPointwiseConv2d(x.shape, w.shape, options, doing);
  const bias = readBias(options.bias, geometry.filters, doing);
  return giveBack(correlate2d(x, w, bias, geometry), kindOf(input));
}

/**
 * The gradients of `pointwiseConv2d`: those of a dense layer, summed over the pixels.
 *
 *     dInput[y][x][c] = sum over k of dOutput[y][x][k] * kernel[c][k]
 *     dKernel[c][k]   = sum over y, x of dOutput[y][x][k] * input[y][x][c]
 *     dBias[k]        = sum over y, x of dOutput[y][x][k]
 *
 * @param dOutput of the loss, for each number of the output: of the output's shape
 * @param input what `pointwiseConv2d` was given
 * @param kernel what `pointwiseConv2d` was given
 * @param options what `pointwiseConv2d` was given
 * @returns `dInput` with the kind and shape of the input, `dKernel` of the kernel; `dBias` `[filters]`,
 *   of the kernel's kind
 * @throws RangeError when `dOutput` has not the output's shape, and as `pointwiseConv2d` does
 *
 * @example
 * ```ts
 * const { dInput, dKernel, dBias } = pointwiseConv2dBackward([[[1, 10]]], [[[2, 3]]], [[4, 5], [6, 7]]);
 * dInput; // => [[[54, 76]]]
 * dKernel; // => [[2, 20], [3, 30]]
 * dBias; // => [1, 10]
 * ```
 */
export function pointwiseConv2dBackward<
  T extends Volume | Array3D | Array4D,
  K extends Volume | Array2D,
>(
  dOutput: Volume | Array3D | Array4D,
  input: T,
  kernel: K,
  options: PointwiseConv2dOptions = {},
): ConvGradients<T, K> {
  const doing = 'calculer le gradient de pointwiseConv2d';
  const x = toVolume(input, "l'image");
  const w = toVolume(kernel, 'le noyau');
  const geometry = readPointwiseConv2d(x.shape, w.shape, options, doing);
  const dy = readOutputGradient(dOutput, geometry.outputShape, doing);
  return giveBackGradients(correlate2dBackward(dy, x, w, geometry), input, kernel);
}
