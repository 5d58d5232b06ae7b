import { impossible, shapeCode } from '../../errors';
import type { Volume } from '../../volume/volume';
import { checkImage } from '../check-image';

/** How the numbers of an image, or of several, lie one behind the other. */
export interface Layout {
  count: number;
  height: number;
  width: number;
  channels: number;
}

/**
 * Reads the layout of `[height, width]`, `[height, width, channels]` or `[count, height, width, channels]`.
 *
 * @param doing how an error names what was being done
 * @throws RangeError when it has another number of axes
 */
export function layoutOf(images: Volume, doing: string): Layout {
  checkImage(images, doing);
  const { shape } = images;
  if (shape.length < 2 || shape.length > 4) {
    throw new RangeError(
      impossible(
        doing,
        `la forme est ${shapeCode(shape)} mais il faut [hauteur, largeur], [hauteur, largeur, canaux] ou [nombre, hauteur, largeur, canaux]`,
        'donnez une image, ou un lot comme loadMnist().test.images',
      ),
    );
  }
  const [count = 1, height = 1, width = 1, channels = 1] =
    shape.length === 4 ? shape : [1, ...shape];
  return { count, height, width, channels };
}
