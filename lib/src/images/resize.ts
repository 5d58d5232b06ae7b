import { impossible, shapeCode, valueText } from '../errors';
import { Volume } from '../volume/volume';
import { bicubic } from './bicubic';
import { checkImage } from './check-image';

/**
 * `'area'` averages the pixels that a new one covers; `'nearest'` takes the one under its centre; `'bicubic'` is
 * smoother than either, and may overshoot at sharp edges.
 */
export type ResizeMethod = 'area' | 'nearest' | 'bicubic';

/** How much of each old row (or column) goes into a new one; the weights of one add up to 1. */
type Shares = { from: number; weight: number }[];

/**
 * Gives an image another size. The proportions are not kept unless the caller keeps them.
 *
 * @param image `[height, width]` or `[height, width, channels]`, any range
 * @param height rows of the result, at least 1
 * @param width columns of the result, at least 1
 * @param method `'area'` (default) for photos, `'nearest'` to enlarge pixels with sharp edges, `'bicubic'` as
 *   most programs do, and those that trained networks on photos
 * @returns the same channels, range and type of number, not rounded
 * @throws RangeError when the image is not one, or a size is not a whole number of at least 1
 *
 * @example
 * ```ts
 * const image = Volume.from([[0, 2], [4, 6]]);
 * resize(image, 1, 1).toNested(2); // => [[3]]
 * resize(image, 2, 4, 'nearest').toNested(2); // => [[0, 0, 2, 2], [4, 4, 6, 6]]
 * ```
 */
export function resize(
  image: Volume,
  height: number,
  width: number,
  method: ResizeMethod = 'area',
): Volume {
  checkArguments(image, height, width);
  if (method === 'bicubic') return bicubic(image, height, width);
  const [oldHeight = 1, oldWidth = 1, channels = 1] = image.shape;
  const share = method === 'nearest' ? nearestShares : areaShares;
  const rowShares = share(oldHeight, height);
  const colShares = share(oldWidth, width);

  const shape = image.rank === 2 ? [height, width] : [height, width, channels];
  const result = Volume.zeros(shape, image.dtype);
  let place = 0; // in result.data: the loops below visit it from the first number to the last
  for (const rows of rowShares) {
    for (const cols of colShares) {
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        for (const row of rows) {
          for (const col of cols) {
            const pixel = (row.from * oldWidth + col.from) * channels + channel;
            sum += row.weight * col.weight * (image.data[pixel] as number);
          }
        }
        result.data[place++] = sum;
      }
    }
  }
  return result;
}

function nearestShares(oldLength: number, newLength: number): Shares[] {
  return Array.from({ length: newLength }, (_, i) => [
    { from: Math.floor(((i + 0.5) * oldLength) / newLength), weight: 1 },
  ]);
}

/** A new pixel covers `oldLength / newLength` old ones, the first and the last perhaps in part. */
function areaShares(oldLength: number, newLength: number): Shares[] {
  const covered = oldLength / newLength;
  return Array.from({ length: newLength }, (_, i) => {
    const start = i * covered;
    const end = Math.min(start + covered, oldLength);
    const shares: Shares = [];
    for (let from = Math.floor(start); from < end; from++) {
      const overlap = Math.min(from + 1, end) - Math.max(from, start);
      if (overlap > 0) shares.push({ from, weight: overlap / covered });
    }
    return shares;
  });
}

function checkArguments(image: Volume, height: number, width: number): void {
  const doing = "changer la taille de l'image";
  checkImage(image, doing);
  if (image.rank !== 2 && image.rank !== 3) {
    throw new RangeError(
      impossible(
        doing,
        `sa forme est ${shapeCode(image.shape)} mais il faut [hauteur, largeur] ou [hauteur, largeur, canaux]`,
        "donnez une image à la fois, prise d'un lot s'il le faut",
      ),
    );
  }
  for (const [what, size] of [
    ['hauteur', height],
    ['largeur', width],
  ] as const) {
    if (Number.isInteger(size) && size >= 1) continue;
    throw new RangeError(
      impossible(
        doing,
        `la ${what} demandée est ${valueText(size)} mais elle doit être un entier d'au moins 1`,
        'arrondissez-la avec Math.round',
      ),
    );
  }
}
