import { impossible, shapeCode } from '../errors';
import { Volume } from '../volume/volume';
import { checkImage } from './check-image';

/**
 * Takes an image apart into its channels: red, green, blue of a photo, the maps of a layer.
 *
 * @param image `[height, width, channels]`, any range
 * @returns a copy of each channel, `[height, width]`, of the same type of number; `mergeChannels`
 *   puts them together again
 * @throws RangeError when the image has another rank
 *
 * @example
 * ```ts
 * const image = Volume.from([[[255, 0, 10], [30, 60, 90]]]);
 * const [red, green, blue] = splitChannels(image);
 * red.toNested(2); // => [[255, 30]]
 * blue.toNested(2); // => [[10, 90]]
 * ```
 */
export function splitChannels(image: Volume): Volume[] {
  checkImage(image, "séparer les canaux de l'image");
  const [height = 0, width = 0, channels = 0] = image.shape;
  if (image.rank !== 3) {
    throw new RangeError(
      impossible(
        "séparer les canaux de l'image",
        `sa forme est ${shapeCode(image.shape)} mais il faut [hauteur, largeur, canaux]`,
        "donnez une image à la fois, prise d'un lot s'il le faut",
      ),
    );
  }
  return Array.from({ length: channels }, (_, channel) => {
    const one = Volume.zeros([height, width], image.dtype);
    for (let pixel = 0; pixel < one.size; pixel++) {
      one.data[pixel] = image.data[pixel * channels + channel] as number;
    }
    return one;
  });
}
