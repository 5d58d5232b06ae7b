import type { Pair } from '../shape/axes';
import type { Conv2dShape } from '../shape/conv2d-shape';
import type { Fits, Known, KnownShape, ShapeOf } from '../shape/shape-of';
import type { Array2D, Array3D, Array4D, NestedArray } from '../volume/nested';
import type { Volume as Shapeless } from '../volume/shapeless';
import type { Volume } from '../volume/volume';
import type { VolumeOf } from '../volume/volume-of';
import { giveBackGradients, type ConvGradients } from './conv-gradients';
import { correlate2d, correlate2dBackward } from './correlate2d';
import { giveBack, kindOf, readBias, toVolume } from './kind';
import type { Images, RankLike } from './like';
import { readOutputGradient } from './output-gradient';
import type { Padding2d } from './read-conv-options';
import { readConv2d, type Conv2dOptions } from './read-conv2d';

/** A kernel of `conv2d`: `[h, w]`, or `[h, w, channels / groups, filters]`. */
export type Kernel2d = Volume | Array2D | Array4D;

/**
 * Slides a kernel over an image and, at each place, sums the products of what lies underneath.
 *
 * This is what networks call convolution: the kernel is not flipped (mathematicians call it
 * cross-correlation; `trueConv2d` gives the other).
 *
 *     output[y][x][k] = bias[k] + sum over i, j, c of kernel[i][j][c][k] *
 *           input[y * stride + i * dilation - top][x * stride + j * dilation - left][first + c]
 *
 * where `top` and `left` are the zeros laid there, and `first` the first channel that the filter's
 * group sees: 0 without groups.
 *
 * | input                              | kernel                                                    | output                                  |
 * |------------------------------------|-----------------------------------------------------------|-----------------------------------------|
 * | `[height, width]`                  | `[kernelHeight, kernelWidth]`                             | `[outHeight, outWidth]`                 |
 * | `[height, width, channels]`        | `[kernelHeight, kernelWidth, channels / groups, filters]` | `[outHeight, outWidth, filters]`        |
 * | `[batch, height, width, channels]` | the same                                                  | `[batch, outHeight, outWidth, filters]` |
 *
 * `outHeight` is `floor((top + height + bottom - reach) / stride) + 1`, where the kernel's reach is
 * `(kernelHeight - 1) * dilation + 1`; `outWidth` likewise. Any range of values; sums are computed in
 * float64 and rounded once where the input is a float32 Volume. NaN goes through; where the kernel
 * lies over padding it adds nothing, whatever its weight. No argument is changed.
 * Formula: Goodfellow, Bengio, Courville, « Deep Learning », 2016, eq. 9.6; dilation: F. Yu,
 * V. Koltun, « Multi-scale context aggregation by dilated convolutions », 2016.
 *
 * @param input the image: nested arrays or a Volume; the result is of the same kind
 * @param kernel the filter or filters: nested arrays or a Volume
 * @throws TypeError when an argument is not an array of numbers
 * @throws RangeError when ranks, channels, groups, bias, stride, dilation or padding do not fit, or
 *   the kernel reaches further than the padded image
 *
 * @example
 * ```ts
 * const image = [[1, 1, 1, 0, 0], [0, 1, 1, 1, 0], [0, 0, 1, 1, 1], [0, 0, 1, 1, 0], [0, 1, 1, 0, 0]];
 * const kernel = [[1, 0, 1], [0, 1, 0], [1, 0, 1]];
 * conv2d(image, kernel); // => [[4, 3, 4], [2, 4, 3], [2, 3, 4]]
 * conv2d(image, kernel, { stride: 2 }); // => [[4, 4], [2, 4]]
 * conv2d(image, kernel, { stride: [2, 1], bias: 10 }); // => [[14, 13, 14], [12, 13, 14]]
 * conv2d(image, kernel, { dilation: 2 }); // => [[2]]
 * conv2d([[1, 2], [3, 4]], [[1, 1], [1, 1]], { padding: 'same' }); // => [[10, 6], [7, 4]]
 * conv2d([[5]], [[1]], { padding: { top: 1, bottom: 0, left: 0, right: 2 } }); // => [[0, 0, 0], [5, 0, 0]]
 * conv2d([[[2, 3]]], [[[[10, 100]]]], { groups: 2 }); // => [[[20, 300]]]
 * ```
 */
export function conv2d(
  input: Array2D,
  kernel: Array2D | Shapeless,
  options?: Conv2dOptions,
): number[][];
export function conv2d(
  input: Array3D,
  kernel: Array4D | Shapeless,
  options?: Conv2dOptions,
): number[][][];
export function conv2d(
  input: Array4D,
  kernel: Array4D | Shapeless,
  options?: Conv2dOptions,
): number[][][][];
export function conv2d(
  input: Shapeless,
  kernel: Volume | NestedArray,
  options?: Conv2dOptions,
): Volume;
export function conv2d<
  T extends Images,
  K extends Kernel2d,
  const S extends Pair = 1,
  const P extends Padding2d = 'valid',
  const D extends Pair = 1,
  const G extends number = 1,
>(
  input: T,
  kernel: Fits<Conv2dShape<ShapeOf<T>, ShapeOf<K>, S, P, D, G>, K>,
  options?: Conv2dOptions<S, P, D, G>,
): T extends KnownShape
  ? VolumeOf<Known<Conv2dShape<ShapeOf<T>, ShapeOf<K>, S, P, D, G>>>
  : RankLike<T>;
export function conv2d(
  input: Shapeless | NestedArray,
  kernel: Shapeless | NestedArray,
  options: Conv2dOptions = {},
): Volume | NestedArray {
  const doing = "convoluer l'image par le noyau";
  const x = toVolume(input, "l'image");
  const w = toVolume(kernel, 'le noyau');
  const geometry = readConv2d(x.shape, w.shape, options, doing);
  const bias = readBias(options.bias, geometry.filters, doing);
  return giveBack(correlate2d(x, w, bias, geometry), kindOf(input));
}

/**
 * The gradients of `conv2d`, by the same loops. Each product of the forward pass,
 * `output += input * kernel`, hands the output's gradient to both of its factors, times the other
 * factor; what is used several times adds up.
 *
 *     dInput[pixel]   += dOutput[place] * kernel[weight]
 *     dKernel[weight] += dOutput[place] * input[pixel]
 *     dBias[k]        += dOutput[place]
 *
 * Formula: Goodfellow, Bengio, Courville, « Deep Learning », 2016, eq. 9.11 to 9.13.
 *
 * @param dOutput of the loss, for each number of the output: of the output's shape
 * @param input what `conv2d` was given
 * @param kernel what `conv2d` was given
 * @param options what `conv2d` was given
 * @returns `dInput` with the kind and shape of the input, `dKernel` of the kernel; `dBias` `[filters]`,
 *   of the kernel's kind. Sums are computed in float64 and rounded once for a float32 Volume
 * @throws RangeError when `dOutput` has not the output's shape, and as `conv2d` does
 *
 * @example
 * ```ts
 * const { dInput, dKernel, dBias } = conv2dBackward([[1, 10]], [[1, 2, 3]], [[4, 5]]);
 * dInput; // => [[4, 45, 50]]
 * dKernel; // => [[21, 32]]
 * dBias; // => [11]
 * ```
 */
export function conv2dBackward<T extends Images, K extends Kernel2d>(
  dOutput: Images,
  input: T,
  kernel: K,
  options: Conv2dOptions = {},
): ConvGradients<T, K> {
  const doing = 'calculer le gradient de conv2d';
  const x = toVolume(input, "l'image");
  const w = toVolume(kernel, 'le noyau');
  const geometry = readConv2d(x.shape, w.shape, options, doing);
  const dy = readOutputGradient(dOutput, geometry.outputShape, doing);
  const gradients = correlate2dBackward(dy, x, w, geometry);
  return giveBackGradients(gradients, input, kernel);
}
