import type { Volume } from '../../volume/volume';
import { globalPool2d, globalPool2dBackward } from './global-pool';

/**
 * The largest number of each channel: `globalMaxPool2d` of the plain operations in float32.
 *
 * @param input `[h, w]`, `[h, w, channels]` or `[batch, h, w, channels]`
 * @returns `[1]`, `[channels]` or `[batch, channels]`
 * @throws TypeError when the input is not a Volume, RangeError when it is no image
 *
 * @example
 * ```ts
 * fast.globalMaxPool2d(Volume.from([[1, 2], [5, 8]])).toNested(1); // => [8]
 * ```
 */
export function globalMaxPool2d(input: Volume): Volume {
  return globalPool2d('max', input, "réduire l'image à son maximum");
}

/**
 * The gradient for the input of `globalMaxPool2d`.
 *
 * @param dOutput of the output's shape
 * @param input what `globalMaxPool2d` was given
 *
 * @example
 * ```ts
 * const image = Volume.from([[1, 2], [5, 8]]);
 * fast.globalMaxPool2dBackward(Volume.from([10]), image).toNested(2); // => [[0, 0], [0, 10]]
 * ```
 */
export function globalMaxPool2dBackward(dOutput: Volume, input: Volume): Volume {
  return globalPool2dBackward('max', dOutput, input, 'calculer le gradient de globalMaxPool2d');
}
