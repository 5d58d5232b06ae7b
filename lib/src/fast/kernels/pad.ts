import { heap } from '../engine/heap';

/**
 * Lays zeros around images (or cuts their borders, where `top` or `left` is below 0), and zeros
 * between their pixels where `spread` is above 1. `from` and `to` count rows of the padded images,
 * over the batch.
 */
export function padImages(
  from: number,
  to: number,
  x: number,
  y: number,
  height: number,
  width: number,
  channels: number,
  top: number,
  left: number,
  spreadY: number,
  spreadX: number,
  paddedHeight: number,
  paddedWidth: number,
): void {
  const { f32 } = heap;
  const rowSize = paddedWidth * channels;
  for (let index = from; index < to; index++) {
    const target = (y >>> 2) + index * rowSize;
    f32.fill(0, target, target + rowSize);
    const image = Math.floor(index / paddedHeight);
    const shifted = (index % paddedHeight) - top;
    const row = shifted / spreadY;
    if (shifted < 0 || !Number.isInteger(row) || row >= height) continue;
    const source = (x >>> 2) + (image * height + row) * width * channels;
    for (let col = 0; col < width; col++) {
      const place = left + col * spreadX;
      if (place < 0 || place >= paddedWidth) continue;
      for (let channel = 0; channel < channels; channel++) {
        f32[target + place * channels + channel] = f32[source + col * channels + channel]!;
      }
    }
  }
}
