import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { impossible, shapeText, valueText } from '../errors';
import type { Volume } from '../volume/volume';
import { encodeGif } from './formats/encode-gif';
import { type Bitmap, loadJimp, type Mime } from './formats/jimp';
import { toBitmap } from './formats/to-bitmap';
import type { PngOptions } from './to-png';

/** How to write a picture. */
export interface WriteImageOptions extends PngOptions {
  /** Of a JPEG, from 1 (small) to 100 (faithful). Default 90. The other formats take no notice. */
  quality?: number;
}

const mimes: Partial<Record<string, Mime>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.bmp': 'image/bmp',
};

/** JPEG and GIF keep their sizes in 16 bits. */
const longestSide = 65_535;

/**
 * Writes an image to a file: PNG, JPEG, GIF or BMP, by the end of its name. The file is written whole
 * or not at all: what stood there before stays until all of the new one is on disk.
 *
 * PNG and BMP keep every value from 0 to 255. JPEG keeps about what the eye sees. GIF keeps every value of
 * an image of up to 256 colours (any grey one); of more, it keeps 256 that stand for all.
 *
 * @param file path, absolute or from the folder of the notebook; it ends in .png, .jpg, .jpeg, .gif
 *   or .bmp
 * @param image shapes and values as for {@link toPng}; four channels for PNG only, the others have no
 *   opacity
 * @throws RangeError when the name ends otherwise, the shape is no picture's, the range or the quality
 *   is none, or a side is too long for the format
 * @throws Error when the file cannot be written there
 *
 * @example
 * ```ts
 * const file = '/tmp/convolab-example.bmp';
 * await writeImage(file, Volume.from([[0, 64], [128, 255]]));
 * toGray(await readImage(file)).toNested(2); // => [[0, 64], [128, 255]]
 * ```
 */
export async function writeImage(
  file: string,
  image: Volume,
  options: WriteImageOptions = {},
): Promise<void> {
  if (typeof file !== 'string') {
    throw new TypeError(
      impossible(
        "écrire l'image",
        `le fichier est ${valueText(file)} mais il faut un chemin`,
        "donnez le chemin d'abord\u00a0: writeImage('image.png', image)",
      ),
    );
  }
  const doing = `écrire l'image «\u00a0${file}\u00a0»`;
  const mime = mimeOf(file, doing);
  const bitmap = toBitmap(image, options, doing);
  check(image, mime, options, doing);
  await writeWhole(file, await encode(bitmap, mime, options), doing);
}

function mimeOf(file: string, doing: string): Mime {
  const extension = path.extname(file).toLowerCase();
  const mime = mimes[extension];
  if (mime !== undefined) return mime;
  throw new RangeError(
    impossible(
      doing,
      `le nom finit par ${valueText(extension)} mais il faut .png, .jpg, .gif ou .bmp`,
      "donnez un nom comme 'resultat.png'",
    ),
  );
}

function check(
  image: Volume,
  mime: Mime,
  { quality = 90 }: WriteImageOptions,
  doing: string,
): void {
  if (!Number.isInteger(quality) || quality < 1 || quality > 100) {
    throw new RangeError(
      impossible(
        doing,
        `la qualité (quality) est ${valueText(quality)} mais elle doit être un entier de 1 à 100`,
        'donnez par exemple quality: 90',
      ),
    );
  }
  if (image.shape[2] === 4 && mime !== 'image/png') {
    throw new RangeError(
      impossible(
        doing,
        "l'image a quatre canaux mais seul le PNG garde l'opacité",
        'donnez un nom en .png, ou une image de trois canaux',
      ),
    );
  }
  const [height = 0, width = 0] = image.shape;
  if (Math.max(height, width) > longestSide && (mime === 'image/jpeg' || mime === 'image/gif')) {
    throw new RangeError(
      impossible(
        doing,
        `elle fait ${shapeText([width, height])} pixels mais ce format s'arrête à ${longestSide} par côté`,
        'donnez un nom en .png',
      ),
    );
  }
}

async function encode(
  bitmap: Bitmap,
  mime: Mime,
  { quality = 90 }: WriteImageOptions,
): Promise<Uint8Array> {
  if (mime === 'image/gif') return encodeGif(bitmap);
  return await loadJimp().fromBitmap(bitmap).getBuffer(mime, { quality });
}

let written = 0;

/** A new file beside the old one takes its place when it is complete. */
async function writeWhole(file: string, bytes: Uint8Array, doing: string): Promise<void> {
  const beside = `${file}.${process.pid}-${++written}.tmp`;
  try {
    await writeFile(beside, bytes, { flush: true });
    await rename(beside, file);
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new Error(
      impossible(
        doing,
        `le fichier ne peut pas y être écrit (${(cause as NodeJS.ErrnoException).code ?? String(cause)}, dossier courant\u00a0: ${process.cwd()})`,
        "vérifiez que le dossier existe, qu'il est à vous et que le disque n'est pas plein",
      ),
      { cause },
    );
  }
}
