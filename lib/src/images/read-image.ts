import { impossible, shapeText, valueText } from '../errors';
import type { Volume } from '../volume/volume';
import { alphaModes, type AlphaMode, layAlpha } from './formats/alpha';
import { foreignKind } from './formats/foreign-kind';
import { type ImageFormat, type ImageHeader, readImageHeader } from './formats/image-header';
import { type Bitmap, loadJimp } from './formats/jimp';
import { readImageBytes } from './formats/read-image-bytes';

/** Larger images are refused: they would fill the memory of a student's machine. */
const maxPixels = 40_000_000;

/** How to read a picture. */
export interface ReadImageOptions {
  /**
   * What becomes of transparency, see {@link readImage}. Default `'white'`. It makes no difference
   * where the file has none, except that `'keep'` then gives a fourth channel of 255.
   */
  alpha?: AlphaMode;
}

/**
 * Reads a picture: PNG, JPEG, GIF or BMP. Which of them is told by what the file holds, not by its name.
 *
 * - Transparency: `'white'` lays the picture over white, `'drop'` takes the colours as they are
 *   stored, `'keep'` gives a fourth channel, from 0 (transparent) to 255 (opaque).
 * - A grey picture gets three equal channels, a palette is looked up, 16 bits a colour are rounded
 *   to 8; interlaced PNG and progressive JPEG are read as the others.
 * - A photo that says by its EXIF data that the camera was held sideways is turned upright.
 * - Of an animated GIF, the first frame. A BMP is taken as opaque.
 * - A CMYK JPEG (printing) becomes red, green, blue by the plain formula; colour profiles and gamma
 *   are not applied.
 *
 * @param source path of the file, absolute or from the folder of the notebook; or the file's bytes
 * @returns a float32 Volume `[height, width, 3]`: red, green, blue, whole numbers from 0 to 255;
 *   `[height, width, 4]` with `alpha: 'keep'`
 * @throws TypeError when the source is neither text nor bytes
 * @throws Error when the file is not there, is empty, is none of the four formats, is of a kind that
 *   is not read (a compressed BMP, a lossless JPEG …), is damaged or cut short
 * @throws RangeError when the option is unknown, when the file has more than 200 million bytes, or
 *   announces more than 40 million pixels: it is refused before it is decoded
 *
 * @example
 * ```ts
 * const bytes = await toPng(Volume.from([[0, 255]]));
 * (await readImage(bytes)).toNested(3); // => [[[0, 0, 0], [255, 255, 255]]]
 * (await readImage(bytes, { alpha: 'keep' })).shape; // => [1, 2, 4]
 * ```
 */
export async function readImage(
  source: string | Uint8Array,
  options: ReadImageOptions = {},
): Promise<Volume> {
  const doing =
    typeof source === 'string' ? `lire l'image «\u00a0${source}\u00a0»` : "lire l'image";
  const { alpha = 'white' } = options;
  if (!alphaModes.includes(alpha)) {
    throw new RangeError(
      impossible(
        doing,
        `l'option alpha vaut ${valueText(alpha)} mais seules 'white', 'drop' et 'keep' sont connues`,
        "donnez alpha: 'white' pour poser l'image sur du blanc",
      ),
    );
  }
  const bytes = await readImageBytes(source, doing);
  const header = checkHeader(bytes, doing);
  return layAlpha(await decode(bytes, header, doing), alpha);
}

type Header = ImageHeader & { format: ImageFormat };

/** Refuses what is no image, what is too large, and what would be read wrong. */
function checkHeader(bytes: Buffer, doing: string): Header {
  const header = readImageHeader(bytes);
  if (header === undefined) {
    const { found, next } = foreignKind(bytes);
    throw new Error(impossible(doing, found, next));
  }
  const { format, width, height, unread } = header;
  if (width * height > maxPixels) {
    throw new RangeError(
      impossible(
        doing,
        `elle fait ${shapeText([width, height])}, soit ${Math.ceil((width * height) / 1e6)} millions de pixels, mais la limite est de ${maxPixels / 1e6} millions`,
        "réduisez-la d'abord dans un logiciel de dessin",
      ),
    );
  }
  if (header.damaged) throw damaged(format, doing);
  if (unread !== undefined) {
    throw new Error(
      impossible(
        doing,
        `c'est un ${format} ${unread}, un genre qui n'est pas lu ici`,
        'ouvrez-le dans un logiciel de dessin et enregistrez-le en PNG',
      ),
    );
  }
  return header;
}

async function decode(bytes: Buffer, header: Header, doing: string): Promise<Bitmap> {
  try {
    if (header.hasAllPixels?.() === false) throw new Error('The data are not all there.');
    const mime = `image/${header.format.toLowerCase()}`;
    const { bitmap } = await loadJimp().fromBuffer(bytes, { [mime]: header.decodeOptions ?? {} });
    return bitmap;
  } catch (cause) {
    throw damaged(header.format, doing, cause);
  }
}

function damaged(format: ImageFormat, doing: string, cause?: unknown): Error {
  const message = impossible(
    doing,
    `c'est un ${format}, mais il est abîmé ou incomplet`,
    'téléchargez-le ou copiez-le à nouveau',
  );
  return new Error(message, { cause });
}
