import type { Volume } from '../../volume/volume';
import { activate, activateBackward } from './activate';

/**
 * `relu6` of the plain operations in float32. Any shape; NaN goes through.
 *
 * @throws TypeError when the input is not a Volume
 *
 * @example
 * ```ts
 * fast.relu6(Volume.from([-1, 2, 6, 8])).toNested(1); // => [0, 2, 6, 6]
 * ```
 */
export function relu6(input: Volume): Volume {
  return activate('relu6', input);
}

/**
 * The gradient for the input of `relu6`.
 *
 * @param dOutput of the output's shape
 * @param input what `relu6` was given
 *
 * @example
 * ```ts
 * fast.relu6Backward(Volume.from([1, 1, 1]), Volume.from([-1, 2, 8])).toNested(1); // => [0, 1, 0]
 * ```
 */
export function relu6Backward(dOutput: Volume, input: Volume): Volume {
  return activateBackward('relu6', dOutput, input);
}
