import { impossible } from '../../errors';
import { bicubic } from '../../images/bicubic';
import { Volume } from '../../volume/volume';
import { eachPicture, inColour, stacked } from './pictures';
import type { Pictures } from './pretrained';

const doing = 'préparer des photos pour le réseau';

/** The part of the shorter side that is looked at. */
const seen = 0.875;

/**
 * Photos as networks of ImageNet read them to answer: bicubic, so that what is looked at of the shorter side, 0.875
 * of it, has the wanted length, and of that the square in the middle. Bytes stay bytes, as in Pillow.
 *
 * @returns float32 `[count, side, side, 3]`, whole numbers from 0 to 255
 * @throws RangeError when a picture goes from 0 to 1
 */
export function preparePhotos(pictures: Pictures, side: number): Volume {
  return stacked(eachPicture(doing, pictures).map((picture) => preparePhoto(picture, side)));
}

function preparePhoto(picture: Volume, side: number): Volume {
  checkRange(picture);
  const image = inColour(picture);
  const [height = 1, width = 1] = image.shape;
  const shorter = Math.round(side / seen);
  const scaled = (length: number): number => Math.trunc((shorter * length) / Math.min(height, width)); // prettier-ignore
  const [rows, cols] = [scaled(height), scaled(width)];
  const middle = (length: number): number => Math.floor((length - side) / 2);
  const window = { top: middle(rows), left: middle(cols), height: side, width: side };
  return bicubic(image, rows, cols, window, toByte);
}

const toByte = (x: number): number => Math.min(255, Math.max(0, Math.round(x)));

function checkRange({ data }: Volume): void {
  let most = 0;
  let whole = true;
  for (const x of data) {
    if (x > most) most = x;
    if (!Number.isInteger(x)) whole = false;
  }
  if (most > 1 || whole) return;
  throw new RangeError(
    impossible(
      doing,
      'les pixels d’une image vont de 0 à 1 mais le réseau les lit de 0 à 255',
      'donnez l’image comme readImage la rend, ou multipliez ses pixels par 255',
    ),
  );
}
