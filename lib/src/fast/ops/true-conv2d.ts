import { flipKernel } from '../../ops/flip-kernel';
import { readConv2d, type Conv2dOptions } from '../../ops/read-conv2d';
import type { Volume } from '../../volume/volume';
import type { Gradients } from '../convolution/convolution';
import { checkGradient, checkVolume } from '../engine/check';
import { scope } from '../engine/scope';
import { conv2d, conv2dBackward } from './conv2d';

/**
 * `trueConv2d` of the plain operations in float32, the mathematicians' convolution: `conv2d` of the flipped
 * kernel.
 *
 * @param input `[h, w]`, `[h, w, channels]` or `[batch, h, w, channels]`
 * @throws TypeError when an argument is not a Volume, RangeError as the plain `trueConv2d` does
 *
 * @example
 * ```ts
 * fast.trueConv2d(Volume.from([[1, 2, 3]]), Volume.from([[10, 1]])).toNested(2); // => [[21, 32]]
 * ```
 */
export function trueConv2d(input: Volume, kernel: Volume, options: Conv2dOptions = {}): Volume {
  check(input, kernel, options, "convoluer l'image par le noyau retourné");
  return conv2d(input, flipKernel(kernel), options);
}

/**
 * The gradients of `trueConv2d` for its input, its kernel and its bias.
 *
 * @param dOutput of the output's shape
 * @param input what `trueConv2d` was given
 * @param kernel what `trueConv2d` was given
 * @param options what `trueConv2d` was given
 *
 * @example
 * ```ts
 * const [dOutput, image, kernel] = [[[1, 0]], [[1, 2, 3]], [[10, 1]]].map((rows) => Volume.from(rows));
 * fast.trueConv2dBackward(dOutput, image, kernel).dKernel.toNested(2); // => [[2, 1]]
 * ```
 */
export function trueConv2dBackward(
  dOutput: Volume,
  input: Volume,
  kernel: Volume,
  options: Conv2dOptions = {},
): Gradients {
  const doing = 'calculer le gradient de trueConv2d';
  checkGradient(dOutput, check(input, kernel, options, doing), doing);
  return scope(() => {
    const gradients = conv2dBackward(dOutput, input, flipKernel(kernel), options);
    return { ...gradients, dKernel: flipKernel(gradients.dKernel) };
  });
}

/** @returns the output's shape */
function check(
  input: Volume,
  kernel: Volume,
  options: Conv2dOptions,
  doing: string,
): readonly number[] {
  checkVolume(input, "l'image", doing);
  checkVolume(kernel, 'le noyau', doing);
  return readConv2d(input.shape, kernel.shape, options, doing).outputShape;
}
