import { impossible, valueText } from '../../errors';
import { Volume } from '../../volume/volume';
import { layoutOf } from './read-images';

/** Where to, and what comes in. */
export interface ShiftOptions {
  /** Pixels downwards; negative: upwards. Default 0. */
  down?: number;
  /** Pixels to the right; negative: to the left. Default 0. */
  right?: number;
  /** What comes in where the image has left: zeros (default), or `'wrap'`: what went out on the other side. */
  border?: 'zero' | 'wrap';
}

/**
 * Moves what is in images by whole pixels; their size stays.
 *
 * @param images `[height, width]`, `[height, width, channels]` or `[count, height, width, channels]`, any range
 * @returns a copy, of the same shape and type of number
 * @throws RangeError when the images are none, a shift is not a whole number, or the border is unknown
 *
 * @example
 * ```ts
 * const image = Volume.from([[1, 2, 3], [4, 5, 6]]);
 * shiftImages(image, { right: 1 }).toNested(2); // => [[0, 1, 2], [0, 4, 5]]
 * shiftImages(image, { right: 1, border: 'wrap' }).toNested(2); // => [[3, 1, 2], [6, 4, 5]]
 * shiftImages(image, { down: -1 }).toNested(2); // => [[4, 5, 6], [0, 0, 0]]
 * ```
 */
export function shiftImages(images: Volume, options: ShiftOptions = {}): Volume {
  const doing = 'décaler des images';
  const { count, height, width, channels } = layoutOf(images, doing);
  const { down = 0, right = 0, border = 'zero' } = options;
  for (const [name, by] of Object.entries({ down, right })) {
    if (!Number.isInteger(by)) refuse(doing, name, by, 'un nombre entier de pixels', `${name}: 2`);
  }
  if (!['zero', 'wrap'].includes(border)) {
    refuse(doing, 'border', border, "'zero' ou 'wrap'", "border: 'wrap'");
  }
  const result = Volume.zeros(images.shape, images.dtype);
  /** Where a row or column comes from; -1: from nowhere. */
  const source = (place: number, by: number, length: number): number => {
    const from = place - by;
    if (from >= 0 && from < length) return from;
    return border === 'zero' ? -1 : ((from % length) + length) % length;
  };
  for (let i = 0; i < count; i++) {
    for (let row = 0; row < height; row++) {
      const fromRow = source(row, down, height);
      if (fromRow < 0) continue;
      for (let column = 0; column < width; column++) {
        const fromColumn = source(column, right, width);
        if (fromColumn < 0) continue;
        const to = ((i * height + row) * width + column) * channels;
        const from = ((i * height + fromRow) * width + fromColumn) * channels;
        for (let c = 0; c < channels; c++) result.data[to + c] = images.data[from + c]!;
      }
    }
  }
  return result;
}

function refuse(doing: string, name: string, value: unknown, wanted: string, try_: string): never {
  const found = `${name} vaut ${valueText(value)} mais il faut ${wanted}`;
  throw new RangeError(impossible(doing, found, `donnez par exemple { ${try_} }`));
}
