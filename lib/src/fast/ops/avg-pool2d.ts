import type { PoolOptions } from '../../ops/pool-plan';
import type { Volume } from '../../volume/volume';
import { pool2d, pool2dBackward } from './pool';

/**
 * The mean of each window, over the cells inside the image: `avgPool2d` of the plain operations in float32, with the same
 * options, shapes and errors.
 *
 * @param input `[h, w]`, `[h, w, channels]` or `[batch, h, w, channels]`
 * @throws TypeError when the input is not a Volume
 * @throws RangeError as the plain `avgPool2d` does
 *
 * @example
 * ```ts
 * const image = Volume.from([[1, 1, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]]);
 * fast.avgPool2d(image, { poolSize: 2 }).toNested(2); // => [[3.25, 5.25], [2, 2]]
 * ```
 */
export function avgPool2d(input: Volume, options: PoolOptions): Volume {
  return pool2d('mean', input, options, "sous-échantillonner l'image par moyenne");
}

/**
 * The gradient for the input of `avgPool2d`: each window's is shared equally by its
 * cells. Windows that overlap add up.
 *
 * @param dOutput of the output's shape
 * @param input what `avgPool2d` was given
 * @param options what `avgPool2d` was given
 *
 * @example
 * ```ts
 * const [dOutput, image] = [[[10, 20]], [[1, 1, 2, 4], [5, 6, 7, 8]]].map((rows) => Volume.from(rows));
 * const dInput = fast.avgPool2dBackward(dOutput, image, { poolSize: 2 });
 * dInput.toNested(2); // => [[2.5, 2.5, 5, 5], [2.5, 2.5, 5, 5]]
 * ```
 */
export function avgPool2dBackward(dOutput: Volume, input: Volume, options: PoolOptions): Volume {
  const doing = 'calculer le gradient de avgPool2d';
  return pool2dBackward('mean', dOutput, input, options, doing);
}
