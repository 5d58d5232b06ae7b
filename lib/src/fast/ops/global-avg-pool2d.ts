import type { Volume } from '../../volume/volume';
import { globalPool2d, globalPool2dBackward } from './global-pool';

/**
 * The mean of each channel: `globalAvgPool2d` of the plain operations in float32.
 *
 * @param input `[h, w]`, `[h, w, channels]` or `[batch, h, w, channels]`
 * @returns `[1]`, `[channels]` or `[batch, channels]`
 * @throws TypeError when the input is not a Volume, RangeError when it is no image
 *
 * @example
 * ```ts
 * fast.globalAvgPool2d(Volume.from([[1, 2], [5, 8]])).toNested(1); // => [4]
 * ```
 */
export function globalAvgPool2d(input: Volume): Volume {
  return globalPool2d('mean', input, "réduire l'image à sa moyenne");
}

/**
 * The gradient for the input of `globalAvgPool2d`.
 *
 * @param dOutput of the output's shape
 * @param input what `globalAvgPool2d` was given
 *
 * @example
 * ```ts
 * const image = Volume.from([[1, 2], [5, 8]]);
 * fast.globalAvgPool2dBackward(Volume.from([10]), image).toNested(2); // => [[2.5, 2.5], [2.5, 2.5]]
 * ```
 */
export function globalAvgPool2dBackward(dOutput: Volume, input: Volume): Volume {
  return globalPool2dBackward('mean', dOutput, input, 'calculer le gradient de globalAvgPool2d');
}
