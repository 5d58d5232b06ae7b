import type { Volume } from '../volume/volume';
import { loadJimp } from './formats/jimp';
import { toBitmap } from './formats/to-bitmap';

/** How numbers become colours. */
export interface PngOptions {
  /** The value that becomes black and the one that becomes white. Default `[0, 255]`. */
  range?: readonly [number, number];
}

/**
 * Encodes an image as a PNG file.
 *
 * @param image `[height, width]` or `[height, width, 1]` (grey), `[height, width, 3]` (red, green,
 *   blue) or `[height, width, 4]` (and opacity). Values are spread from `range` to 0 to 255, rounded,
 *   and cut at both ends; NaN is black.
 * @returns the bytes of the file
 * @throws RangeError when the shape is another, or the range is empty
 *
 * @example
 * ```ts
 * const png = await toPng(Volume.from([[-1, 1]]), { range: [-1, 1] });
 * toGray(await readImage(png)).toNested(2); // => [[0, 255]]
 * ```
 */
export async function toPng(image: Volume, options: PngOptions = {}): Promise<Uint8Array> {
  const bitmap = toBitmap(image, options, "écrire l'image en PNG");
  return await loadJimp().fromBitmap(bitmap).getBuffer('image/png');
}
