import type { Volume } from '../../volume/volume';
import { activate, activateBackward } from './activate';

/**
 * `sigmoid` of the plain operations in float32, to a few units in the last place. Any shape; NaN goes through.
 *
 * @throws TypeError when the input is not a Volume
 *
 * @example
 * ```ts
 * fast.sigmoid(Volume.from([-1000, 0, 1000])).toNested(1); // => [0, 0.5, 1]
 * ```
 */
export function sigmoid(input: Volume): Volume {
  return activate('sigmoid', input);
}

/**
 * The gradient for the input of `sigmoid`.
 *
 * @param dOutput of the output's shape
 * @param input what `sigmoid` was given
 *
 * @example
 * ```ts
 * fast.sigmoidBackward(Volume.from([1, 2]), Volume.from([0, 0])).toNested(1); // => [0.25, 0.5]
 * ```
 */
export function sigmoidBackward(dOutput: Volume, input: Volume): Volume {
  return activateBackward('sigmoid', dOutput, input);
}
