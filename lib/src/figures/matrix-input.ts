import { impossible, shapeText } from '../errors';
import { flatten } from '../volume/nested';
import { Volume } from '../volume/volume';

/** A matrix as students have it: nested arrays, or a Volume of shape [height, width] (or [h, w, 1]). */
export type MatrixInput = readonly (readonly number[])[] | Volume;

/** An image with channels: nested arrays or a Volume, [height, width, channels]. */
export type ImageInput = readonly (readonly (readonly number[])[])[] | Volume;

/**
 * The rows of a matrix.
 *
 * @param what how an error names it: « le noyau »
 * @throws RangeError when the rank is not 2, TypeError when it is no array of numbers
 */
export function toMatrix(input: MatrixInput, what = 'la matrice'): number[][] {
  const { shape, values } = read(input, what);
  const [rows = 0, columns = 0, channels = 1] = shape;
  if (shape.length < 2 || shape.length > 3 || channels !== 1) {
    throw new RangeError(
      impossible(
        `dessiner ${what}`,
        `une matrice de rang 2 était attendue mais sa forme est ${shapeText(shape)}`,
        'donnez [hauteur, largeur], par exemple un seul canal ou toGray(image)',
      ),
    );
  }
  return Array.from({ length: rows }, (_, row) => values.slice(row * columns, (row + 1) * columns));
}

/** The channels of an image, one matrix each. */
export function toChannels(input: ImageInput, what = "l'image"): number[][][] {
  const { shape, values } = read(input, what);
  const [rows = 0, columns = 0, channels = 0] = shape;
  if (shape.length !== 3) {
    throw new RangeError(
      impossible(
        `dessiner ${what}`,
        `une image à canaux était attendue mais sa forme est ${shapeText(shape)}`,
        'donnez [hauteur, largeur, canaux]',
      ),
    );
  }
  return Array.from({ length: channels }, (_, channel) =>
    Array.from({ length: rows }, (__, row) =>
      Array.from(
        { length: columns },
        (___, column) => values[(row * columns + column) * channels + channel] as number,
      ),
    ),
  );
}

function read(input: unknown, what: string): { shape: readonly number[]; values: number[] } {
  if (input instanceof Volume) return { shape: input.shape, values: Array.from(input.data) };
  return flatten(input, what);
}
