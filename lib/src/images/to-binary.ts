import { impossible, shapeCode, valueText } from '../errors';
import { Volume } from '../volume/volume';
import { checkImage } from './check-image';
import { type GrayMethod, toGray } from './to-gray';

/** How an image becomes black and white. */
export interface BinaryOptions {
  /** What is at least so bright becomes white, the rest black. Default 128. */
  threshold?: number;
  /** What black and white are in the result. Default `[0, 255]`. */
  range?: readonly [number, number];
  /** How a colour image is turned grey first, see {@link toGray}. Default `'mean'`. */
  method?: GrayMethod;
}

/**
 * Turns an image black and white: white where it is at least as bright as the threshold.
 *
 * @param image `[height, width]` or `[height, width, 1]` (grey) or `[height, width, 3]` (red, green,
 *   blue), any range; NaN becomes black
 * @returns `[height, width]`, same type of number
 * @throws RangeError when the shape is another, the threshold is no number or the method is unknown
 *
 * @example
 * ```ts
 * toBinary(Volume.from([[127, 128, 200]])).toNested(2); // => [[0, 255, 255]]
 * toBinary(Volume.from([[0.2, 0.7]]), { threshold: 0.5, range: [0, 1] }).toNested(2); // => [[0, 1]]
 * ```
 */
export function toBinary(image: Volume, options: BinaryOptions = {}): Volume {
  const { threshold = 128, range = [0, 255], method } = options;
  const doing = "passer l'image en noir et blanc";
  checkImage(image, doing);
  const [height = 0, width = 0, channels = 1] = image.shape;
  if (!(image.rank === 2 || (image.rank === 3 && [1, 3].includes(channels)))) {
    throw new RangeError(
      impossible(
        doing,
        `sa forme est ${shapeCode(image.shape)} mais il faut [hauteur, largeur] ou [hauteur, largeur, 3]`,
        'donnez une image grise, ou rouge, vert et bleu',
      ),
    );
  }
  if (typeof threshold !== 'number' || Number.isNaN(threshold)) {
    throw new RangeError(
      impossible(
        doing,
        `le seuil (threshold) est ${valueText(threshold)} mais il faut un nombre`,
        'donnez par exemple threshold: 128',
      ),
    );
  }
  const gray = channels === 3 ? toGray(image, method) : image;
  const [black, white] = range;
  const binary = Volume.zeros([height, width], image.dtype);
  for (let pixel = 0; pixel < binary.size; pixel++) {
    binary.data[pixel] = (gray.data[pixel] as number) >= threshold ? white : black;
  }
  return binary;
}
