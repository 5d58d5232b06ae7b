import { checkAlpha } from '../../ops/check-option';
import type { EluOptions } from '../../ops/elu';
import type { Volume } from '../../volume/volume';
import { activate, activateBackward } from './activate';

/**
 * `elu` of the plain operations in float32: the same option. Any shape; NaN goes through.
 *
 * @throws TypeError when the input is not a Volume
 * @throws RangeError when `alpha` is not a finite number
 *
 * @example
 * ```ts
 * fast.elu(Volume.from([-1000, 0, 2]), { alpha: 3 }).toNested(1); // => [-3, 0, 2]
 * ```
 */
export function elu(input: Volume, { alpha = 1 }: EluOptions = {}): Volume {
  checkAlpha(alpha, 1, 'calculer elu');
  return activate('elu', input, alpha);
}

/**
 * The gradient for the input of `elu`.
 *
 * @param dOutput of the output's shape
 * @param input what `elu` was given
 * @param options what `elu` was given
 *
 * @example
 * ```ts
 * fast.eluBackward(Volume.from([3, 3]), Volume.from([-1000, 2])).toNested(1); // => [0, 3]
 * ```
 */
export function eluBackward(
  dOutput: Volume,
  input: Volume,
  { alpha = 1 }: EluOptions = {},
): Volume {
  checkAlpha(alpha, 1, 'calculer le gradient de elu');
  return activateBackward('elu', dOutput, input, alpha);
}
