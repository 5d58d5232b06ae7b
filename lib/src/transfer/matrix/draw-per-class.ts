import type { LabelledImages } from '../../data/labelled-images';
import { pickImages } from '../../data/pick-images';
import { draw, seededRandom } from '../../data/random';
import { impossible } from '../../errors';

/**
 * As many images of each class, drawn by a seed.
 *
 * @returns the places of those that were drawn, and of the rest
 * @throws RangeError when a class has too few
 */
export function placesPerClass(
  labels: readonly number[],
  perClass: number,
  seed: number,
): { drawn: number[]; rest: number[] } {
  const random = seededRandom(seed);
  const order = [...draw(labels.length, labels.length, random)];
  const taken: (number | undefined)[] = [];
  const drawn: number[] = [];
  const rest: number[] = [];
  for (const place of order) {
    const label = labels[place]!;
    const before = taken[label] ?? 0;
    if (before < perClass) {
      taken[label] = before + 1;
      drawn.push(place);
    } else rest.push(place);
  }
  const few = taken.findIndex((count) => count !== undefined && count < perClass);
  if (few < 0) return { drawn, rest };
  throw new RangeError(
    impossible(
      `tirer ${perClass} images par classe`,
      `la classe ${few} n’en a que ${taken[few]}`,
      'demandez-en moins, ou lisez davantage d’images',
    ),
  );
}

/** The drawn images themselves. */
export const drawPerClass = (
  data: LabelledImages,
  perClass: number,
  seed: number,
): LabelledImages => pickImages(data, placesPerClass(data.labels, perClass, seed).drawn);
