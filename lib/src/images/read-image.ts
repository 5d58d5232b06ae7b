import { readFile, stat } from 'node:fs/promises';

import { impossible, shapeText } from '../errors';
import { Volume } from '../volume/volume';
import { readImageHeader } from './image-header';
import { type Bitmap, loadJimp } from './jimp';

/** Larger files and images are refused: they would fill the memory of a student's machine. */
const maxPixels = 40_000_000;
const maxBytes = 200_000_000;

/**
 * Reads a picture: PNG, JPEG, GIF (its first frame) or BMP.
 *
 * @param file path of the file, absolute or from the folder of the notebook
 * @returns a float32 Volume `[height, width, 3]`: red, green, blue, whole numbers from 0 to 255.
 *   What is transparent is laid over white; a grey picture gets three equal channels.
 * @throws Error when the file is not there, is none of the four formats, or is damaged
 * @throws RangeError when the file has more than 200 million bytes, or announces more than 40
 *   million pixels: it is refused before it is decoded
 */
export async function readImage(file: string): Promise<Volume> {
  const doing = `lire l'image «\u00a0${file}\u00a0»`;
  const bytes = await readBytes(file, doing);
  const header = readImageHeader(bytes);
  if (header === undefined) {
    throw new Error(
      impossible(
        doing,
        'le fichier devrait être un PNG, un JPEG, un GIF ou un BMP, mais il ne commence pas comme eux',
        'ouvrez-le dans un logiciel de dessin et enregistrez-le en PNG',
      ),
    );
  }
  if (header.width * header.height > maxPixels) {
    const megapixels = Math.round((header.width * header.height) / 1e6);
    throw new RangeError(
      impossible(
        doing,
        `elle fait ${shapeText([header.width, header.height])}, soit ${megapixels} millions de pixels, mais la limite est de ${maxPixels / 1e6} millions`,
        "réduisez-la d'abord dans un logiciel de dessin",
      ),
    );
  }
  try {
    // By default a JPEG of 38 million pixels is refused: it would take more than 512 MB.
    const options = { 'image/jpeg': { maxMemoryUsageInMB: 2048 } };
    const { bitmap } = await loadJimp().fromBuffer(bytes, options);
    return overWhite(bitmap);
  } catch (cause) {
    throw new Error(
      impossible(
        doing,
        `c'est un ${header.format}, mais il est abîmé ou incomplet`,
        'téléchargez-le ou copiez-le à nouveau',
      ),
      { cause },
    );
  }
}

async function readBytes(file: string, doing: string): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size <= maxBytes) return await readFile(file);
  } catch (cause) {
    throw new Error(
      impossible(
        doing,
        `${isMissing(cause) ? "le fichier n'existe pas" : 'le fichier ne peut pas être lu'} (dossier courant\u00a0: ${process.cwd()})`,
        'vérifiez le nom, les majuscules et le dossier',
      ),
      { cause },
    );
  }
  throw new RangeError(
    impossible(
      doing,
      `le fichier dépasse la limite de ${maxBytes / 1e6} millions d'octets`,
      "réduisez l'image d'abord dans un logiciel de dessin",
    ),
  );
}

function isMissing(cause: unknown): boolean {
  return (cause as NodeJS.ErrnoException).code === 'ENOENT';
}

/** Red, green, blue, alpha bytes to red, green, blue over a white ground. */
function overWhite(bitmap: Bitmap): Volume {
  const { width, height, data: rgba } = bitmap;
  const image = Volume.zeros([height, width, 3], 'float32');
  for (let pixel = 0; pixel < width * height; pixel++) {
    const opacity = (rgba[pixel * 4 + 3] as number) / 255;
    for (let channel = 0; channel < 3; channel++) {
      const colour = rgba[pixel * 4 + channel] as number;
      image.data[pixel * 3 + channel] = Math.round(opacity * colour + (1 - opacity) * 255);
    }
  }
  return image;
}
