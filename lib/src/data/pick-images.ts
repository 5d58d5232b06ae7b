import { impossible, valueText } from '../errors';
import { Volume } from '../volume/volume';
import type { LabelledImages } from './labelled-images';

/**
 * Some of the images of a data set, in the order asked for.
 *
 * @param data images `[count, …]` and their labels
 * @param places which, from 0; one may be asked for twice
 * @returns copies: images `[places.length, …]` and their labels
 * @throws RangeError when a place is none of the data's, or none is asked for
 *
 * @example
 * ```ts
 * const data = { images: Volume.from([[[1]], [[2]], [[3]]]), labels: [7, 8, 9] };
 * const { images, labels } = pickImages(data, [2, 0]);
 * images.toNested(3); // => [[[3]], [[1]]]
 * labels; // => [9, 7]
 * ```
 */
export function pickImages(data: LabelledImages, places: readonly number[]): LabelledImages {
  const [count = 0, ...shape] = data.images.shape;
  const size = shape.reduce((product, length) => product * length, 1);
  if (places.length === 0) {
    throw new RangeError(
      impossible(
        'choisir des images',
        "aucune n'est demandée, ou aucune n'est des classes voulues",
        `donnez au moins une place de 0 à ${count - 1}, ou des classes qui existent`,
      ),
    );
  }
  const images = Volume.zeros([places.length, ...shape], data.images.dtype);
  const labels = places.map((place, i) => {
    if (!Number.isInteger(place) || place < 0 || place >= count) {
      throw new RangeError(
        impossible(
          'choisir des images',
          `la place ${valueText(place)} est demandée mais il y a ${count} images`,
          `donnez des entiers de 0 à ${count - 1}`,
        ),
      );
    }
    images.data.set(data.images.data.subarray(place * size, (place + 1) * size), i * size);
    return data.labels[place] as number;
  });
  return { images, labels };
}

/**
 * The first images of a data set that are of some classes.
 *
 * @param classes which labels are kept
 * @param count how many at most; all by default
 * @throws RangeError when no image is of these classes
 *
 * @example
 * ```ts
 * const data = { images: Volume.from([[[1]], [[2]], [[3]]]), labels: [7, 8, 7] };
 * ofClasses(data, [7]).images.toNested(3); // => [[[1]], [[3]]]
 * ```
 */
export function ofClasses(
  data: LabelledImages,
  classes: readonly number[],
  count = Infinity,
): LabelledImages {
  const places = data.labels.flatMap((label, place) => (classes.includes(label) ? [place] : []));
  return pickImages(data, places.slice(0, count));
}
