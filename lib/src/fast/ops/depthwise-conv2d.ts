import { readDepthwiseConv2d, type DepthwiseConv2dOptions } from '../../ops/read-depthwise-conv2d';
import type { Conv2dGeometry } from '../../ops/read-conv2d';
import type { Volume } from '../../volume/volume';
import { convolve, convolveBackward, type Gradients } from '../convolution/convolution';
import { checkGradient, checkVolume } from '../engine/check';

/**
 * `depthwiseConv2d` of the plain operations in float32: the same options, shapes and errors. With one
 * filter a channel it has kernels of its own; with more it is the grouped convolution, a call a channel.
 *
 * @param input `[h, w, channels]` or `[batch, h, w, channels]`
 * @param kernel `[kh, kw, channels, multiplier]`
 * @throws TypeError when an argument is not a Volume
 * @throws RangeError as the plain `depthwiseConv2d` does
 *
 * @example
 * ```ts
 * const pixels = Volume.from([[[1, 10], [2, 20]]], 'float32');
 * const kernel = Volume.from([[[[1], [3]], [[1], [0]]]]);
 * fast.depthwiseConv2d(pixels, kernel).toNested(3); // => [[[3, 30]]]
 * ```
 */
export function depthwiseConv2d(
  input: Volume,
  kernel: Volume,
  options: DepthwiseConv2dOptions = {},
): Volume {
  const geometry = read(input, kernel, options, "convoluer l'image canal par canal");
  return convolve(geometry, geometry.outputShape, input, kernel, options.bias);
}

/**
 * The gradients of `depthwiseConv2d` for its input, its kernel and its bias.
 *
 * @param dOutput of the output's shape
 * @param input what `depthwiseConv2d` was given
 * @param kernel what `depthwiseConv2d` was given
 * @param options what `depthwiseConv2d` was given
 *
 * @example
 * ```ts
 * const pixels = Volume.from([[[1, 10], [2, 20]]], 'float32');
 * const kernel = Volume.from([[[[1], [3]], [[1], [0]]]]);
 * const { dInput } = fast.depthwiseConv2dBackward(Volume.from([[[1, 2]]]), pixels, kernel);
 * dInput.toNested(3); // => [[[1, 6], [1, 0]]]
 * ```
 */
export function depthwiseConv2dBackward(
  dOutput: Volume,
  input: Volume,
  kernel: Volume,
  options: DepthwiseConv2dOptions = {},
): Gradients {
  const doing = 'calculer le gradient de depthwiseConv2d';
  const geometry = read(input, kernel, options, doing);
  checkGradient(dOutput, geometry.outputShape, doing);
  return convolveBackward(geometry, dOutput, input, kernel);
}

function read(
  input: Volume,
  kernel: Volume,
  options: DepthwiseConv2dOptions,
  doing: string,
): Conv2dGeometry {
  checkVolume(input, "l'image", doing);
  checkVolume(kernel, 'le noyau', doing);
  return readDepthwiseConv2d(input.shape, kernel.shape, options, doing);
}
