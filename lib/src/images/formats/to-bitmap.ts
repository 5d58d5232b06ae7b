import { impossible, shapeCode } from '../../errors';
import type { Volume } from '../../volume/volume';
import { checkImage } from '../check-image';
import type { Bitmap } from './jimp';

/**
 * An image as red, green, blue, alpha bytes; see `toPng` for shapes and values.
 *
 * @throws RangeError when the shape is no picture's, or the range is empty
 */
export function toBitmap(
  image: Volume,
  { range = [0, 255] }: { range?: readonly [number, number] },
  doing: string,
): Bitmap {
  checkImage(image, doing);
  const [height = 0, width = 0, channels = 1] = image.shape;
  if (!(image.rank === 2 || (image.rank === 3 && [1, 3, 4].includes(channels)))) {
    throw new RangeError(
      impossible(
        doing,
        `sa forme est ${shapeCode(image.shape)} mais il faut [hauteur, largeur], [hauteur, largeur, 3] ou [hauteur, largeur, 4]`,
        'choisissez une image du lot ou un canal',
      ),
    );
  }
  const [black, white] = range;
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
    for (let channel = 0; channel < Math.max(3, channels); channel++) {
      const value = image.data[pixel * channels + (channels >= 3 ? channel : 0)] as number;
      rgba[pixel * 4 + channel] = toByte((value - black) / (white - black));
    }
  }
  return { width, height, data: rgba };
}

/** 0 to 1 becomes 0 to 255; NaN becomes 0. */
function toByte(share: number): number {
  return Math.round(255 * Math.min(Math.max(share, 0), 1)) || 0;
}
