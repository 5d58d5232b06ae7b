import type { Volume } from '../../volume/volume';
import { globalPool2d, globalPool2dBackward } from './global-pool';

/**
 * The sum of each channel: `globalSumPool2d` of the plain operations in float32.
 *
 * @param input `[h, w]`, `[h, w, channels]` or `[batch, h, w, channels]`
 * @returns `[1]`, `[channels]` or `[batch, channels]`
 * @throws TypeError when the input is not a Volume, RangeError when it is no image
 *
 * @example
 * ```ts
 * fast.globalSumPool2d(Volume.from([[1, 2], [5, 8]])).toNested(1); // => [16]
 * ```
 */
export function globalSumPool2d(input: Volume): Volume {
  return globalPool2d('sum', input, "réduire l'image à sa somme");
}

/**
 * The gradient for the input of `globalSumPool2d`.
 *
 * @param dOutput of the output's shape
 * @param input what `globalSumPool2d` was given
 *
 * @example
 * ```ts
 * const image = Volume.from([[1, 2], [5, 8]]);
 * fast.globalSumPool2dBackward(Volume.from([10]), image).toNested(2); // => [[10, 10], [10, 10]]
 * ```
 */
export function globalSumPool2dBackward(dOutput: Volume, input: Volume): Volume {
  return globalPool2dBackward('sum', dOutput, input, 'calculer le gradient de globalSumPool2d');
}
