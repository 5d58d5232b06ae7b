import { readConv1d, type Conv1dGeometry, type Conv1dOptions } from '../../ops/read-conv1d';
import type { Conv2dGeometry } from '../../ops/read-conv2d';
import type { Volume } from '../../volume/volume';
import { convolve, convolveBackward, type Gradients } from '../convolution/convolution';
import { checkGradient, checkVolume } from '../engine/check';

/**
 * `conv1d` of the plain operations in float32: the same options, shapes and errors.
 *
 * @param input `[length]`, `[length, channels]` or `[batch, length, channels]`
 * @param kernel `[kernelLength]` for a signal without channels, else
 *   `[kernelLength, channels / groups, filters]`
 * @throws TypeError when an argument is not a Volume
 * @throws RangeError as the plain `conv1d` does
 *
 * @example
 * ```ts
 * const signal = Volume.from([0, 1, 2, -1, 1, -3, 0], 'float32');
 * fast.conv1d(signal, Volume.from([1, 0, -1])).toNested(1); // => [-2, 2, 1, 2, 1]
 * ```
 */
export function conv1d(input: Volume, kernel: Volume, options: Conv1dOptions = {}): Volume {
  const geometry = read(input, kernel, options, 'convoluer le signal par le noyau');
  return convolve(asImage(geometry), geometry.outputShape, input, kernel, options.bias);
}

/**
 * The gradients of `conv1d` for its input, its kernel and its bias.
 *
 * @param dOutput of the output's shape
 * @param input what `conv1d` was given
 * @param kernel what `conv1d` was given
 * @param options what `conv1d` was given
 *
 * @example
 * ```ts
 * const [dOutput, signal, kernel] = [[1, 10], [1, 2, 3], [4, 5]].map((row) => Volume.from(row));
 * fast.conv1dBackward(dOutput, signal, kernel).dInput.toNested(1); // => [4, 45, 50]
 * ```
 */
export function conv1dBackward(
  dOutput: Volume,
  input: Volume,
  kernel: Volume,
  options: Conv1dOptions = {},
): Gradients {
  const doing = 'calculer le gradient de conv1d';
  const geometry = read(input, kernel, options, doing);
  checkGradient(dOutput, geometry.outputShape, doing);
  return convolveBackward(asImage(geometry), dOutput, input, kernel);
}

function read(
  input: Volume,
  kernel: Volume,
  options: Conv1dOptions,
  doing: string,
): Conv1dGeometry {
  checkVolume(input, 'le signal', doing);
  checkVolume(kernel, 'le noyau', doing);
  return readConv1d(input.shape, kernel.shape, options, doing);
}

/** A signal is an image of one row. */
function asImage(signal: Conv1dGeometry): Conv2dGeometry {
  const { batch, channels, filters, groups, left, outputShape } = signal;
  return {
    ...{ batch, channels, filters, groups, left, outputShape },
    ...{ height: 1, kernelHeight: 1, strideY: 1, dilationY: 1, top: 0, outHeight: 1 },
    ...{ width: signal.length, kernelWidth: signal.kernelLength, outWidth: signal.outLength },
    ...{ strideX: signal.stride, dilationX: signal.dilation },
  };
}
