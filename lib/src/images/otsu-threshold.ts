import type { Volume } from '../volume/volume';
import { checkImage } from './check-image';
import { histogram } from './histogram';

const bins = 256;

/**
 * The threshold that best parts an image in two: on both sides of it values are as alike as can be.
 *
 * Source: N. Otsu, A threshold selection method from gray-level histograms (1979): of all thresholds,
 * the one with the greatest variance between the two classes.
 *
 * @param image `[height, width]`, any range
 * @returns a threshold for `toBinary`; of an image of one value, that value
 * @throws RangeError when the image has another shape
 *
 * @example
 * ```ts
 * const threshold = otsuThreshold(Volume.from([[10, 12, 11, 200, 205]]));
 * threshold > 12 && threshold <= 200; // => true
 * ```
 */
export function otsuThreshold(image: Volume): number {
  checkImage(image, 'chercher un seuil');
  let [low, high] = [Infinity, -Infinity];
  for (const value of image.data) [low, high] = [Math.min(low, value), Math.max(high, value)];
  if (!(low < high)) return low;
  const { counts, edges } = histogram(image, { bins, range: [low, high] });
  const count = counts[0] as number[];
  const total = count.reduce((sum, n) => sum + n, 0);
  const mass = count.reduce((sum, n, bin) => sum + n * bin, 0);
  let [below, massBelow, best, first, last] = [0, 0, -1, 1, 1];
  for (let bin = 1; bin < bins; bin++) {
    below += count[bin - 1] as number;
    massBelow += (count[bin - 1] as number) * (bin - 1);
    const above = total - below;
    const gap = massBelow / below - (mass - massBelow) / above;
    const between = below * above * gap * gap;
    if (between > best * (1 + 1e-12)) [best, first] = [between, bin];
    if (between >= best * (1 - 1e-12)) last = bin;
  }
  // Where no value lies between the two classes all thresholds are as good: the one halfway.
  return ((edges[first] as number) + (edges[last] as number)) / 2;
}
