import { flipKernel } from '../../ops/flip-kernel';
import { readConv1d, type Conv1dOptions } from '../../ops/read-conv1d';
import type { Volume } from '../../volume/volume';
import type { Gradients } from '../convolution/convolution';
import { checkGradient, checkVolume } from '../engine/check';
import { scope } from '../engine/scope';
import { conv1d, conv1dBackward } from './conv1d';

/**
 * `trueConv1d` of the plain operations in float32, the mathematicians' convolution: `conv1d` of the flipped
 * kernel.
 *
 * @param input `[length]`, `[length, channels]` or `[batch, length, channels]`
 * @throws TypeError when an argument is not a Volume, RangeError as the plain `trueConv1d` does
 *
 * @example
 * ```ts
 * fast.trueConv1d(Volume.from([1, 2, 3]), Volume.from([10, 1])).toNested(1); // => [21, 32]
 * ```
 */
export function trueConv1d(input: Volume, kernel: Volume, options: Conv1dOptions = {}): Volume {
  check(input, kernel, options, 'convoluer le signal par le noyau retourné');
  return conv1d(input, flipKernel(kernel), options);
}

/**
 * The gradients of `trueConv1d` for its input, its kernel and its bias.
 *
 * @param dOutput of the output's shape
 * @param input what `trueConv1d` was given
 * @param kernel what `trueConv1d` was given
 * @param options what `trueConv1d` was given
 *
 * @example
 * ```ts
 * const [dOutput, signal, kernel] = [[1, 0], [1, 2, 3], [10, 1]].map((row) => Volume.from(row));
 * fast.trueConv1dBackward(dOutput, signal, kernel).dKernel.toNested(1); // => [2, 1]
 * ```
 */
export function trueConv1dBackward(
  dOutput: Volume,
  input: Volume,
  kernel: Volume,
  options: Conv1dOptions = {},
): Gradients {
  const doing = 'calculer le gradient de trueConv1d';
  checkGradient(dOutput, check(input, kernel, options, doing), doing);
  return scope(() => {
    const gradients = conv1dBackward(dOutput, input, flipKernel(kernel), options);
    return { ...gradients, dKernel: flipKernel(gradients.dKernel) };
  });
}

/** @returns the output's shape */
function check(
  input: Volume,
  kernel: Volume,
  options: Conv1dOptions,
  doing: string,
): readonly number[] {
  checkVolume(input, 'le signal', doing);
  checkVolume(kernel, 'le noyau', doing);
  return readConv1d(input.shape, kernel.shape, options, doing).outputShape;
}
