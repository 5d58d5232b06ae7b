import { impossible, shapeCode, valueText } from '../errors';
import { Volume } from '../volume/volume';
import { checkImage } from './check-image';

/** How three channels become one: their mean, or as bright as the eye sees them. */
export type GrayMethod = 'mean' | 'luma';

const methods: readonly GrayMethod[] = ['mean', 'luma'];

/**
 * Turns a colour image grey.
 *
 * - `'mean'`: `(red + green + blue) / 3`, the course's convention
 * - `'luma'`: `0.299 red + 0.587 green + 0.114 blue`, ITU-R BT.601 (Jimp's own `greyscale` uses the
 *   weights of BT.709)
 *
 * @param image `[height, width, 3]`: red, green, blue, any range
 * @returns `[height, width]`, same range and same type of number, not rounded
 * @throws RangeError when the image has not three channels or the method is unknown
 *
 * @example
 * ```ts
 * const image = Volume.from([[[255, 0, 0], [30, 60, 90]]]);
 * toGray(image).toNested(2); // => [[85, 60]]
 * toGray(image, 'luma').at(0, 0); // => 0.299 * 255
 * ```
 */
export function toGray(image: Volume, method: GrayMethod = 'mean'): Volume {
  checkImage(image, "passer l'image en niveaux de gris");
  const [height = 0, width = 0, channels] = image.shape;
  if (image.rank !== 3 || channels !== 3) {
    throw new RangeError(
      impossible(
        "passer l'image en niveaux de gris",
        `sa forme est ${shapeCode(image.shape)} mais il faut [hauteur, largeur, 3]`,
        'donnez une image en couleurs, rouge, vert et bleu',
      ),
    );
  }
  if (!methods.includes(method)) {
    throw new RangeError(
      impossible(
        "passer l'image en niveaux de gris",
        `la méthode est ${valueText(method)} mais seules 'mean' et 'luma' sont connues`,
        "donnez 'mean' pour la moyenne, 'luma' pour la clarté perçue",
      ),
    );
  }
  const gray = Volume.zeros([height, width], image.dtype);
  const { data } = image;
  for (let pixel = 0; pixel < gray.size; pixel++) {
    const red = data[pixel * 3] as number;
    const green = data[pixel * 3 + 1] as number;
    const blue = data[pixel * 3 + 2] as number;
    // The mean is written as one division, so that three equal channels give exactly their value.
    gray.data[pixel] =
      method === 'mean' ? (red + green + blue) / 3 : 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  return gray;
}
