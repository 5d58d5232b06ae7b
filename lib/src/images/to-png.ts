import { impossible, shapeCode } from '../errors';
import type { Volume } from '../volume/volume';
import { loadJimp } from './jimp';

export interface PngOptions {
  /** The value that becomes black and the one that becomes white. Default `[0, 255]`. */
  range?: readonly [number, number];
}

/**
 * Encodes an image as a PNG file.
 *
 * @param image `[height, width]`, `[height, width, 1]` (grey) or `[height, width, 3]` (red, green,
 *   blue). Values are spread from `range` to 0 to 255, rounded, and cut at both ends; NaN is black.
 * @returns the bytes of the file
 * @throws RangeError when the shape is another, or the range is empty
 */
export async function toPng(image: Volume, options: PngOptions = {}): Promise<Uint8Array> {
  const doing = "écrire l'image en PNG";
  const [height = 0, width = 0, channels = 1] = image.shape;
  if (!(image.rank === 2 || (image.rank === 3 && (channels === 1 || channels === 3)))) {
    throw new RangeError(
      impossible(
        doing,
        `sa forme est ${shapeCode(image.shape)} mais il faut [hauteur, largeur] ou [hauteur, largeur, 3]`,
        'choisissez une image du lot ou un canal',
      ),
    );
  }
  const [black, white] = options.range ?? [0, 255];
  if (!(black < white)) {
    throw new RangeError(
      impossible(
        doing,
        `la plage (range) va de ${black} à ${white} mais elle doit croître`,
        'donnez par exemple range: [0, 1]',
      ),
    );
  }
  // Not a Buffer: Jimp 1.6 takes all the memory behind one, which may hold other things too.
  const rgba = new Uint8Array(height * width * 4).fill(255);
  for (let pixel = 0; pixel < height * width; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      const value = image.data[pixel * channels + (channels === 3 ? channel : 0)] as number;
      rgba[pixel * 4 + channel] = toByte((value - black) / (white - black));
    }
  }
  return await loadJimp().fromBitmap({ width, height, data: rgba }).getBuffer('image/png');
}

/** 0 to 1 becomes 0 to 255. */
function toByte(share: number): number {
  return Math.round(255 * Math.min(Math.max(share, 0), 1)) || 0;
}
