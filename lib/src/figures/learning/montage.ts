import type { Volume } from '../../volume/volume';
import { colourScales } from '../paint/colours';
import { scalePicture } from '../paint/scale-picture';

/**
 * Some images of a set side by side, as one picture.
 *
 * @param images `[count, height, width, 1]`, 0 to 1
 * @param places which of them, in the order of reading
 * @param columns images a row
 * @returns a `data:` address, and its size in pixels of the images, gaps of 2 included
 */
export function montage(
  images: Volume,
  places: readonly number[],
  columns: number,
): { source: string; width: number; height: number } {
  const [, high = 1, wide = 1] = images.shape;
  const rows = Math.max(1, Math.ceil(places.length / columns));
  const [height, width] = [rows * (high + 2), columns * (wide + 2)];
  const pixels = Array.from({ length: height }, () => new Array<number | null>(width).fill(null));
  for (const [i, place] of places.entries()) {
    const top = Math.floor(i / columns) * (high + 2) + 1;
    const left = (i % columns) * (wide + 2) + 1;
    for (let y = 0; y < high; y++) {
      for (let x = 0; x < wide; x++) {
        pixels[top + y]![left + x] = images.data[(place * high + y) * wide + x]!;
      }
    }
  }
  return { source: scalePicture(pixels, colourScales.grey, [0, 1], 3), width, height };
}
