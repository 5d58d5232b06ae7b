import type { PoolOptions } from '../../ops/pool-plan';
import type { Volume } from '../../volume/volume';
import { pool2d, pool2dBackward } from './pool';

/**
 * The sum of each window: `sumPool2d` of the plain operations in float32, with the same
 * options, shapes and errors.
 *
 * @param input `[h, w]`, `[h, w, channels]` or `[batch, h, w, channels]`
 * @throws TypeError when the input is not a Volume
 * @throws RangeError as the plain `sumPool2d` does
 *
 * @example
 * ```ts
 * const image = Volume.from([[1, 1, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]]);
 * fast.sumPool2d(image, { poolSize: 2 }).toNested(2); // => [[13, 21], [8, 8]]
 * ```
 */
export function sumPool2d(input: Volume, options: PoolOptions): Volume {
  return pool2d('sum', input, options, "sous-échantillonner l'image par somme");
}

/**
 * The gradient for the input of `sumPool2d`: each window's goes to all its cells. Windows that overlap add up.
 *
 * @param dOutput of the output's shape
 * @param input what `sumPool2d` was given
 * @param options what `sumPool2d` was given
 *
 * @example
 * ```ts
 * const [dOutput, image] = [[[10, 20]], [[1, 1, 2, 4], [5, 6, 7, 8]]].map((rows) => Volume.from(rows));
 * const dInput = fast.sumPool2dBackward(dOutput, image, { poolSize: 2 });
 * dInput.toNested(2); // => [[10, 10, 20, 20], [10, 10, 20, 20]]
 * ```
 */
export function sumPool2dBackward(dOutput: Volume, input: Volume, options: PoolOptions): Volume {
  const doing = 'calculer le gradient de sumPool2d';
  return pool2dBackward('sum', dOutput, input, options, doing);
}
