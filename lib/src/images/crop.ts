import { impossible, shapeCode } from '../errors';
import { Volume } from '../volume/volume';
import { checkImage } from './check-image';

/** A rectangle of pixels. */
export interface Rectangle {
  /** Its first row, from 0. */
  top: number;
  /** Its first column, from 0. */
  left: number;
  /** Rows, at least 1. */
  height: number;
  /** Columns, at least 1. */
  width: number;
}

/**
 * Cuts a rectangle out of an image.
 *
 * @param image `[height, width]` or `[height, width, channels]`, any range
 * @returns a copy, with the same channels and type of number
 * @throws RangeError when the image is not one, or the rectangle does not lie inside it
 *
 * @example
 * ```ts
 * const image = Volume.from([[1, 2, 3], [4, 5, 6], [7, 8, 9]]);
 * crop(image, { top: 1, left: 0, height: 2, width: 2 }).toNested(2); // => [[4, 5], [7, 8]]
 * ```
 */
export function crop(image: Volume, rectangle: Rectangle): Volume {
  checkImage(image, "découper l'image");
  const { top, left, height, width } = rectangle;
  const [oldHeight = 1, oldWidth = 1, channels = 1] = image.shape;
  const whole = [top, left, height, width].every(Number.isInteger);
  const inside =
    top >= 0 &&
    left >= 0 &&
    height >= 1 &&
    width >= 1 &&
    top + height <= oldHeight &&
    left + width <= oldWidth;
  if ((image.rank !== 2 && image.rank !== 3) || !whole || !inside) {
    throw new RangeError(
      impossible(
        "découper l'image",
        `sa forme est ${shapeCode(image.shape)} mais le rectangle va de la ligne ${top} à ${top + height - 1} et de la colonne ${left} à ${left + width - 1}`,
        "donnez des entiers et un rectangle qui tienne dans l'image",
      ),
    );
  }
  const shape = image.rank === 2 ? [height, width] : [height, width, channels];
  const piece = Volume.zeros(shape, image.dtype);
  const rowLength = width * channels;
  for (let row = 0; row < height; row++) {
    const from = ((top + row) * oldWidth + left) * channels;
    piece.data.set(image.data.subarray(from, from + rowLength), row * rowLength);
  }
  return piece;
}
