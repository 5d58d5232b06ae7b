import { shapeText } from '../../errors';
import type { Conv2dGeometry } from '../../ops/read-conv2d';
import { readPointwiseConv2d, type PointwiseConv2dOptions } from '../../ops/read-pointwise-conv2d';
import type { Volume } from '../../volume/volume';
import { convolve, convolveBackward, type Gradients } from '../convolution/convolution';
import { checkGradient, checkVolume } from '../engine/check';

/**
 * `pointwiseConv2d` of the plain operations in float32: the same options, shapes and errors.
 *
 * @param input `[h, w, channels]` or `[batch, h, w, channels]`
 * @param kernel `[channels, filters]`
 * @throws TypeError when an argument is not a Volume
 * @throws RangeError as the plain `pointwiseConv2d` does
 *
 * @example
 * ```ts
 * const pixel = Volume.from([[[1, 2]]], 'float32');
 * fast.pointwiseConv2d(pixel, Volume.from([[1, 0], [10, 1]])).toNested(3); // => [[[21, 2]]]
 * ```
 */
export function pointwiseConv2d(
  input: Volume,
  kernel: Volume,
  options: PointwiseConv2dOptions = {},
): Volume {
  const doing = `convoluer l'image par un noyau de ${shapeText([1, 1])}`;
  const geometry = read(input, kernel, options, doing);
  return convolve(geometry, geometry.outputShape, input, kernel, options.bias);
}

/**
 * The gradients of `pointwiseConv2d` for its input, its kernel and its bias.
 *
 * @param dOutput of the output's shape
 * @param input what `pointwiseConv2d` was given
 * @param kernel what `pointwiseConv2d` was given
 * @param options what `pointwiseConv2d` was given
 *
 * @example
 * ```ts
 * const [dOutput, pixel] = [[[[1, 10]]], [[[1, 2]]]].map((rows) => Volume.from(rows));
 * const kernel = Volume.from([[1, 0], [10, 1]]);
 * fast.pointwiseConv2dBackward(dOutput, pixel, kernel).dInput.toNested(3); // => [[[1, 20]]]
 * ```
 */
export function pointwiseConv2dBackward(
  dOutput: Volume,
  input: Volume,
  kernel: Volume,
  options: PointwiseConv2dOptions = {},
): Gradients {
  const doing = 'calculer le gradient de pointwiseConv2d';
  const geometry = read(input, kernel, options, doing);
  checkGradient(dOutput, geometry.outputShape, doing);
  return convolveBackward(geometry, dOutput, input, kernel);
}

function read(
  input: Volume,
  kernel: Volume,
  options: PointwiseConv2dOptions,
  doing: string,
): Conv2dGeometry {
  checkVolume(input, "l'image", doing);
  checkVolume(kernel, 'le noyau', doing);
  return readPointwiseConv2d(input.shape, kernel.shape, options, doing);
}
