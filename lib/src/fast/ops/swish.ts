import type { Volume } from '../../volume/volume';
import { activate, activateBackward } from './activate';

/**
 * `swish` of the plain operations in float32, to a few units in the last place. Any shape; NaN goes through.
 *
 * @throws TypeError when the input is not a Volume
 *
 * @example
 * ```ts
 * fast.swish(Volume.from([0, 1000])).toNested(1); // => [0, 1000]
 * ```
 */
export function swish(input: Volume): Volume {
  return activate('swish', input);
}

/**
 * The gradient for the input of `swish`.
 *
 * @param dOutput of the output's shape
 * @param input what `swish` was given
 *
 * @example
 * ```ts
 * fast.swishBackward(Volume.from([2, 2]), Volume.from([0, 1000])).toNested(1); // => [1, 2]
 * ```
 */
export function swishBackward(dOutput: Volume, input: Volume): Volume {
  return activateBackward('swish', dOutput, input);
}
