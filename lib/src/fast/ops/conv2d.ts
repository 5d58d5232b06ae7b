import { readConv2d, type Conv2dGeometry, type Conv2dOptions } from '../../ops/read-conv2d';
import type { Volume } from '../../volume/volume';
import {
  convolve,
  convolveBackward,
  convolveWeightsBackward,
  type Gradients,
  type WeightsGradients,
} from '../convolution/convolution';
import { checkGradient, checkVolume } from '../engine/check';

const doing = "convoluer l'image par le noyau";

/**
 * `conv2d` of the plain operations in float32: the same options, the same shapes, the same errors, and
 * the same numbers to float32's precision. Sums are added up in another order. A weight that is NaN or
 * infinite reaches also the places where it lies over padding: here padding is zeros that are multiplied.
 *
 * @param input `[h, w]`, `[h, w, channels]` or `[batch, h, w, channels]`
 * @param kernel `[kh, kw]` for an image without channels, else `[kh, kw, channels / groups, filters]`
 * @throws TypeError when an argument is not a Volume
 * @throws RangeError as the plain `conv2d` does
 *
 * @example
 * ```ts
 * const image = Volume.from([[1, 2, 3], [4, 5, 6], [7, 8, 9]], 'float32');
 * const kernel = Volume.from([[1, 0], [0, 1]], 'float32');
 * fast.conv2d(image, kernel, { bias: 100 }).toNested(2); // => [[106, 108], [112, 114]]
 * ```
 */
export function conv2d(input: Volume, kernel: Volume, options: Conv2dOptions = {}): Volume {
  const geometry = read(input, kernel, options, doing);
  return convolve(geometry, geometry.outputShape, input, kernel, options.bias);
}

/**
 * The gradients of `conv2d` for its input, its kernel and its bias.
 *
 * @param dOutput of the output's shape
 * @param input what `conv2d` was given
 * @param kernel what `conv2d` was given
 * @param options what `conv2d` was given
 *
 * @example
 * ```ts
 * const [dOutput, input, kernel] = [[[1, 10]], [[1, 2, 3]], [[4, 5]]].map((rows) => Volume.from(rows));
 * const { dInput, dKernel, dBias } = fast.conv2dBackward(dOutput, input, kernel);
 * dInput.toNested(2); // => [[4, 45, 50]]
 * dKernel.toNested(2); // => [[21, 32]]
 * dBias.toNested(1); // => [11]
 * ```
 */
export function conv2dBackward(
  dOutput: Volume,
  input: Volume,
  kernel: Volume,
  options: Conv2dOptions = {},
): Gradients {
  const geometry = readBackward(dOutput, input, kernel, options);
  return convolveBackward(geometry, dOutput, input, kernel);
}

/**
 * As `conv2dBackward` without the input's gradient: a network's first layer has no use for it, and
 * it is half of the work.
 *
 * @example
 * ```ts
 * const [dOutput, input, kernel] = [[[1, 10]], [[1, 2, 3]], [[4, 5]]].map((rows) => Volume.from(rows));
 * fast.conv2dWeightsBackward(dOutput, input, kernel).dKernel.toNested(2); // => [[21, 32]]
 * ```
 */
export function conv2dWeightsBackward(
  dOutput: Volume,
  input: Volume,
  kernel: Volume,
  options: Conv2dOptions = {},
): WeightsGradients {
  const geometry = readBackward(dOutput, input, kernel, options);
  return convolveWeightsBackward(geometry, dOutput, input, kernel);
}

function readBackward(
  dOutput: Volume,
  input: Volume,
  kernel: Volume,
  options: Conv2dOptions,
): Conv2dGeometry {
  const geometry = read(input, kernel, options, 'calculer le gradient de conv2d');
  checkGradient(dOutput, geometry.outputShape, 'calculer le gradient de conv2d');
  return geometry;
}

function read(input: Volume, kernel: Volume, options: Conv2dOptions, what: string): Conv2dGeometry {
  checkVolume(input, "l'image", what);
  checkVolume(kernel, 'le noyau', what);
  return readConv2d(input.shape, kernel.shape, options, what);
}
