import { impossible } from '../../errors';
import type { Volume } from '../../volume/volume';

/**
 * How far some images are from those that a network was trained on: the mean distance to the nearest of them, by that
 * of other images of the very same kind. 1: as near as images of its own kind; 2: twice as far.
 *
 * Distances are between pixels, Euclidean: no network takes part, so the number can be had before one is trained.
 *
 * @param known `[count, …]`: images that the network learned from, a thousand will do
 * @param fresh of the same kind, not among them
 * @param others the images in question, of the same shape
 * @throws RangeError when shapes differ, or `fresh` are all among `known`
 *
 * @example
 * ```ts
 * const known = Volume.from([[0, 0], [10, 0]]);
 * nearestGap(known, Volume.from([[1, 0], [10, 1]]), Volume.from([[0, 3]])); // => 3
 * ```
 */
export function nearestGap(known: Volume, fresh: Volume, others: Volume): number {
  const own = meanNearest(known, fresh);
  if (own === 0)
    refuse('les images neuves sont toutes parmi les images connues', 'donnez-en d’autres');
  return meanNearest(known, others) / own;
}

function meanNearest(known: Volume, images: Volume): number {
  const size = known.size / known.shape[0]!;
  const count = images.shape[0]!;
  if (images.size / count !== size) {
    refuse(
      `les unes ont ${size} nombres par image, les autres ${images.size / count}`,
      'ramenez-les à la même taille',
    );
  }
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const image = images.data.subarray(i * size, (i + 1) * size);
    let nearest = Infinity;
    for (let k = 0; k < known.shape[0]!; k++) {
      let squares = 0;
      const start = k * size;
      for (let p = 0; p < size && squares < nearest; p++) {
        squares += (image[p]! - known.data[start + p]!) ** 2;
      }
      nearest = Math.min(nearest, squares);
    }
    sum += Math.sqrt(nearest);
  }
  return sum / count;
}

function refuse(found: string, next: string): never {
  throw new RangeError(impossible('mesurer l’écart entre des images', found, next));
}
