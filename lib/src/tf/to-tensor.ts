import type { Volume } from '../volume/volume';
import type { Tensor } from './tensors';
import { wholeTf } from './whole-tf';

/**
 * A Volume as a tensor (`toTensor<Tensor4D>(images)` where the rank matters): the same shape, the same numbers in float32. They are copied, so what becomes of
 * the one does not touch the other.
 *
 * @example
 * ```ts
 * const images = Volume.from([[1, 2], [3, 4]]);
 * tf.toTensor(images).arraySync(); // => [[1, 2], [3, 4]]
 * ```
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as all of the door: the caller knows the rank
export function toTensor<T extends Tensor = Tensor>(volume: Volume): T {
  return wholeTf().tensor(Float32Array.from(volume.data), [...volume.shape]) as unknown as T;
}
