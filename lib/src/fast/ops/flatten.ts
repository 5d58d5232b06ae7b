import { flatShape } from '../../ops/flat-shape';
import type { Volume } from '../../volume/volume';
import { checkGradient, checkVolume } from '../engine/check';

/**
 * `flatten` of the plain operations, without a copy: the result shares its numbers with the input.
 *
 * @param input `[h, w]`, `[h, w, channels]` or `[batch, h, w, channels]`
 * @throws TypeError when the input is not a Volume, RangeError when it is no image
 *
 * @example
 * ```ts
 * fast.flatten(Volume.from([[1, 2], [3, 4]])).toNested(1); // => [1, 2, 3, 4]
 * ```
 */
export function flatten(input: Volume): Volume {
  checkVolume(input, "l'image", "aplatir l'image");
  return input.reshape(flatShape(input.shape, "aplatir l'image"));
}

/**
 * The gradient of `flatten` for its input: the same numbers in the input's shape, shared.
 *
 * @param dOutput of the output's shape
 * @param input what `flatten` was given
 *
 * @example
 * ```ts
 * const image = Volume.from([[1, 2], [3, 4]]);
 * fast.flattenBackward(Volume.from([5, 6, 7, 8]), image).toNested(2); // => [[5, 6], [7, 8]]
 * ```
 */
export function flattenBackward(dOutput: Volume, input: Volume): Volume {
  const doing = 'calculer le gradient de flatten';
  checkVolume(input, "l'image", doing);
  checkGradient(dOutput, flatShape(input.shape, doing), doing);
  return dOutput.reshape(input.shape);
}
