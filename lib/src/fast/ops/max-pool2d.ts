import type { PoolOptions } from '../../ops/pool-plan';
import type { Volume } from '../../volume/volume';
import { pool2d, pool2dBackward } from './pool';

/**
 * The largest number of each window: `maxPool2d` of the plain operations in float32, with the same
 * options, shapes and errors.
 *
 * @param input `[h, w]`, `[h, w, channels]` or `[batch, h, w, channels]`
 * @throws TypeError when the input is not a Volume
 * @throws RangeError as the plain `maxPool2d` does
 *
 * @example
 * ```ts
 * const image = Volume.from([[1, 1, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]]);
 * fast.maxPool2d(image, { poolSize: 2 }).toNested(2); // => [[6, 8], [3, 4]]
 * ```
 */
export function maxPool2d(input: Volume, options: PoolOptions): Volume {
  return pool2d('max', input, options, "sous-échantillonner l'image par maximum");
}

/**
 * The gradient for the input of `maxPool2d`: each window's goes to its largest cell, of
 * equal ones the first. Windows that overlap add up.
 *
 * @param dOutput of the output's shape
 * @param input what `maxPool2d` was given
 * @param options what `maxPool2d` was given
 *
 * @example
 * ```ts
 * const [dOutput, image] = [[[10, 20]], [[1, 1, 2, 4], [5, 6, 7, 8]]].map((rows) => Volume.from(rows));
 * const dInput = fast.maxPool2dBackward(dOutput, image, { poolSize: 2 });
 * dInput.toNested(2); // => [[0, 0, 0, 0], [0, 10, 0, 20]]
 * ```
 */
export function maxPool2dBackward(dOutput: Volume, input: Volume, options: PoolOptions): Volume {
  const doing = 'calculer le gradient de maxPool2d';
  return pool2dBackward('max', dOutput, input, options, doing);
}
