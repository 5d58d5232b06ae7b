import { impossible, valueText } from '../errors';
import { mix, shuffle } from './shuffle';

/**
 * Cuts off a part of the samples to validate with, drawn by the seed: data sets are often sorted by
 * class, and then their end would not be like the rest.
 *
 * @param count how many samples there are
 * @param fraction to validate with, from 0 (included) to 1 (excluded)
 * @returns the places to train with and those to validate with, both in rising order
 * @throws RangeError when the fraction lies outside, or leaves one of the two without samples
 */
export function splitPlaces(
  count: number,
  fraction: number,
  seed: number,
): { train: Uint32Array; validation: Uint32Array } {
  const all = Uint32Array.from({ length: count }, (_, i) => i);
  if (fraction === 0) return { train: all, validation: new Uint32Array(0) };
  const kept = Math.round(count * fraction);
  if (!(fraction > 0 && fraction < 1) || kept === 0 || kept === count) {
    throw new RangeError(
      impossible(
        'mettre de côté des données de validation',
        `validationSplit vaut ${valueText(fraction)} pour ${count} exemples`,
        'donnez une part entre 0 et 1 qui laisse des exemples des deux côtés, comme 0.1',
      ),
    );
  }
  const drawn = shuffle(all, mix(seed, -2), 0);
  return { train: drawn.subarray(kept).slice().sort(), validation: drawn.slice(0, kept).sort() };
}
