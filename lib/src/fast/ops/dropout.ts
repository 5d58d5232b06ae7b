import { dropoutMask, type DropoutOptions } from '../../ops/dropout-mask';
import type { Volume } from '../../volume/volume';
import { checkGradient, checkVolume } from '../engine/check';
import { result, scope } from '../engine/scope';

/**
 * `dropout` of the plain operations in float32: the same seed drops the same places.
 *
 * @throws TypeError when the input is not a Volume, RangeError as the plain `dropout` does
 *
 * @example
 * ```ts
 * const { output, mask } = fast.dropout(Volume.from([1, 2, 3, 4]), { rate: 0, seed: 1 });
 * output.toNested(1); // => [1, 2, 3, 4]
 * mask.toNested(1); // => [1, 1, 1, 1]
 * ```
 */
export function dropout(input: Volume, options: DropoutOptions): { output: Volume; mask: Volume } {
  const doing = 'appliquer le dropout';
  checkVolume(input, "l'entrée", doing);
  const drawn = dropoutMask(input.size, options, doing);
  return scope(() => {
    const mask = result(input.shape).volume;
    mask.data.set(drawn);
    return { output: masked(input, drawn), mask };
  });
}

/**
 * The gradient of `dropout` for its input: what was dropped gets none.
 *
 * @param dOutput of the input's shape
 * @param input what `dropout` was given
 * @param options what `dropout` was given
 *
 * @example
 * ```ts
 * const input = Volume.from([1, 2]);
 * fast.dropoutBackward(Volume.from([5, 6]), input, { rate: 0, seed: 1 }).toNested(1); // => [5, 6]
 * ```
 */
export function dropoutBackward(dOutput: Volume, input: Volume, options: DropoutOptions): Volume {
  const doing = 'calculer le gradient du dropout';
  checkVolume(input, "l'entrée", doing);
  const drawn = dropoutMask(input.size, options, doing);
  checkGradient(dOutput, input.shape, doing);
  return scope(() => masked(dOutput, drawn));
}

function masked(numbers: Volume, mask: Float64Array): Volume {
  const { volume } = result(numbers.shape);
  const [to, from] = [volume.data, numbers.data];
  for (let i = 0; i < to.length; i++) to[i] = mask[i] === 0 ? 0 : from[i]! * mask[i]!;
  return volume;
}
