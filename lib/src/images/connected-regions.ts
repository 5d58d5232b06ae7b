import { impossible, shapeCode } from '../errors';
import type { Volume } from '../volume/volume';
import { checkImage } from './check-image';
import type { Rectangle } from './crop';

/** Pixels that hang together. */
export interface Region {
  /** The smallest rectangle that holds them all; what `crop` takes. */
  box: Rectangle;
  /** How many they are. */
  area: number;
  /** Where they are: places in the image's `data`. */
  pixels: number[];
}

/**
 * Finds the regions of a black and white image: white pixels that touch, by a side or by a corner.
 *
 * @param image `[height, width]` or `[height, width, 1]`; everything above 0 is white
 * @returns the regions, the largest first
 * @throws RangeError when the image has another shape
 *
 * @example
 * ```ts
 * const image = Volume.from([[255, 0, 0, 0], [255, 0, 0, 255]]);
 * connectedRegions(image).map(({ area }) => area); // => [2, 1]
 * connectedRegions(image)[1]?.box; // => { top: 1, left: 3, height: 1, width: 1 }
 * ```
 */
export function connectedRegions(image: Volume): Region[] {
  checkImage(image, "trouver les régions de l'image");
  const [height = 0, width = 0, channels = 1] = image.shape;
  if ((image.rank !== 2 && image.rank !== 3) || channels !== 1) {
    throw new RangeError(
      impossible(
        "trouver les régions de l'image",
        `sa forme est ${shapeCode(image.shape)} mais il faut [hauteur, largeur]`,
        'donnez une image en noir et blanc, par exemple celle de toBinary',
      ),
    );
  }
  const isSeen = Array.from(image.data, (value) => !(value > 0));
  const regions: Region[] = [];
  for (let start = 0; start < isSeen.length; start++) {
    if (isSeen[start]) continue;
    isSeen[start] = true;
    regions.push(growRegion(start, isSeen, height, width));
  }
  return regions.sort((a, b) => b.area - a.area);
}

/** Goes from pixel to neighbour until none is left, and marks those it has seen. */
function growRegion(start: number, isSeen: boolean[], height: number, width: number): Region {
  const pixels = [start];
  let [top, left, bottom, right] = [height, width, 0, 0];
  for (let next = 0; next < pixels.length; next++) {
    const place = pixels[next] as number;
    const [row, col] = [Math.floor(place / width), place % width];
    [top, left] = [Math.min(top, row), Math.min(left, col)];
    [bottom, right] = [Math.max(bottom, row), Math.max(right, col)];
    for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
      for (let x = Math.max(0, col - 1); x <= Math.min(width - 1, col + 1); x++) {
        if (isSeen[y * width + x]) continue;
        isSeen[y * width + x] = true;
        pixels.push(y * width + x);
      }
    }
  }
  const box = { top, left, height: bottom - top + 1, width: right - left + 1 };
  return { box, area: pixels.length, pixels };
}
