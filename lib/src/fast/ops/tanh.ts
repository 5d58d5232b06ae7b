import type { Volume } from '../../volume/volume';
import { activate, activateBackward } from './activate';

/**
 * `tanh` of the plain operations in float32, to a few units in the last place. Any shape; NaN goes through.
 *
 * @throws TypeError when the input is not a Volume
 *
 * @example
 * ```ts
 * fast.tanh(Volume.from([-1000, 0, 1000])).toNested(1); // => [-1, 0, 1]
 * ```
 */
export function tanh(input: Volume): Volume {
  return activate('tanh', input);
}

/**
 * The gradient for the input of `tanh`.
 *
 * @param dOutput of the output's shape
 * @param input what `tanh` was given
 *
 * @example
 * ```ts
 * fast.tanhBackward(Volume.from([3, 3]), Volume.from([0, 1000])).toNested(1); // => [3, 0]
 * ```
 */
export function tanhBackward(dOutput: Volume, input: Volume): Volume {
  return activateBackward('tanh', dOutput, input);
}
