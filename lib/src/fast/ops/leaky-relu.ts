import { checkAlpha } from '../../ops/check-option';
import type { LeakyReluOptions } from '../../ops/leaky-relu';
import type { Volume } from '../../volume/volume';
import { activate, activateBackward } from './activate';

/**
 * `leakyRelu` of the plain operations in float32: the same option. Any shape; NaN goes through.
 *
 * @throws TypeError when the input is not a Volume
 * @throws RangeError when `alpha` is not a finite number
 *
 * @example
 * ```ts
 * fast.leakyRelu(Volume.from([-4, 0, 5]), { alpha: 0.5 }).toNested(1); // => [-2, 0, 5]
 * ```
 */
export function leakyRelu(input: Volume, { alpha = 0.2 }: LeakyReluOptions = {}): Volume {
  checkAlpha(alpha, 0.2, 'calculer leakyRelu');
  return activate('leakyRelu', input, alpha);
}

/**
 * The gradient for the input of `leakyRelu`.
 *
 * @param dOutput of the output's shape
 * @param input what `leakyRelu` was given
 * @param options what `leakyRelu` was given
 *
 * @example
 * ```ts
 * fast.leakyReluBackward(Volume.from([1, 1]), Volume.from([-4, 5]), { alpha: 0.5 }).toNested(1); // => [0.5, 1]
 * ```
 */
export function leakyReluBackward(
  dOutput: Volume,
  input: Volume,
  { alpha = 0.2 }: LeakyReluOptions = {},
): Volume {
  checkAlpha(alpha, 0.2, 'calculer le gradient de leakyRelu');
  return activateBackward('leakyRelu', dOutput, input, alpha);
}
