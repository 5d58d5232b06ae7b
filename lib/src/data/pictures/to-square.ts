import { impossible, valueText } from '../../errors';
import { crop } from '../../images/crop';
import { resize } from '../../images/resize';
import { Volume } from '../../volume/volume';

/**
 * How a picture that is not square becomes one: `'crop'` keeps the square in its middle, `'letterbox'` keeps
 * all of it, between two bands of `ground`.
 */
export type Fit = 'crop' | 'letterbox';

/** White, as `readImage` lays transparency over. */
const ground = 255;

/**
 * A square of a picture, its proportions kept: shrunk by the mean of the pixels that each new one covers, or
 * enlarged where the picture is smaller.
 *
 * @param image `[height, width, 3]`, 0 to 255
 * @returns `[side, side, 3]`, rounded to whole numbers
 */
export function toSquare(image: Volume, side: number, fit: Fit): Uint8Array {
  const [height = 1, width = 1] = image.shape;
  const scale = side / (fit === 'crop' ? Math.min(height, width) : Math.max(height, width));
  const scaled = (length: number): number => Math.max(1, Math.round(length * scale));
  const whole = resize(image, scaled(height), scaled(width));
  const square = fit === 'crop' ? middleOf(whole, side) : onGround(whole, side);
  return Uint8Array.from(square.data, Math.round);
}

function middleOf(image: Volume, side: number): Volume {
  const [height = 1, width = 1] = image.shape;
  const [top, left] = [(height - side) >> 1, (width - side) >> 1];
  return crop(image, { top, left, height: side, width: side });
}

function onGround(image: Volume, side: number): Volume {
  const [height = 1, width = 1] = image.shape;
  const [top, left] = [(side - height) >> 1, (side - width) >> 1];
  const square = Volume.zeros([side, side, 3], 'float32');
  square.data.fill(ground);
  for (let row = 0; row < height; row++) {
    const pixels = image.data.subarray(row * width * 3, (row + 1) * width * 3);
    square.data.set(pixels, ((top + row) * side + left) * 3);
  }
  return square;
}

const largestSide = 1024;

/** @throws RangeError when it is no side of an image for a network */
export function checkSide(side: unknown, doing: string): void {
  if (Number.isInteger(side) && (side as number) >= 8 && (side as number) <= largestSide) return;
  throw new RangeError(
    impossible(
      doing,
      `side vaut ${valueText(side)} mais il faut un entier de 8 à ${largestSide}`,
      'donnez le côté que le réseau attend, souvent 224',
    ),
  );
}
