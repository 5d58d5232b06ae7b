import type { Bitmap } from './jimp';
import { medianCut } from './median-cut';

/** An image as numbers of colours. */
export interface Indexed {
  /** At most 256 colours, each as 0xRRGGBB. */
  palette: number[];
  /** The place of each pixel's colour in the palette. */
  pixels: Uint8Array;
}

/** The colours of an image, exactly if they are at most 256; else the 256 of the median cut. */
export function choosePalette({ width, height, data }: Bitmap): Indexed {
  const colours = new Uint32Array(width * height);
  for (let pixel = 0; pixel < colours.length; pixel++) {
    const at = pixel * 4;
    colours[pixel] = (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;
  }
  return exactly(colours) ?? medianCut(colours);
}

function exactly(colours: Uint32Array): Indexed | undefined {
  const places = new Map<number, number>();
  const pixels = new Uint8Array(colours.length);
  for (let pixel = 0; pixel < colours.length; pixel++) {
    const colour = colours[pixel]!;
    let place = places.get(colour);
    if (place === undefined) {
      if (places.size === 256) return undefined;
      place = places.size;
      places.set(colour, place);
    }
    pixels[pixel] = place;
  }
  return { palette: [...places.keys()], pixels };
}
