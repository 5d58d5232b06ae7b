import { heap } from '../engine/heap';

/**
 * Lays zeros around images, or cuts the pixels that no patch reaches. `from` and `to` count rows of
 * the padded images, over the batch.
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
  paddedHeight: number,
  paddedWidth: number,
): void {
  const { f32 } = heap;
  const rowSize = paddedWidth * channels;
  const middle = Math.max(0, Math.min(width, paddedWidth - left)) * channels;
  for (let index = from; index < to; index++) {
    const target = (y >>> 2) + index * rowSize;
    f32.fill(0, target, target + rowSize);
    const row = (index % paddedHeight) - top;
    if (row < 0 || row >= height) continue;
    const image = Math.floor(index / paddedHeight);
    const source = (x >>> 2) + (image * height + row) * width * channels;
    f32.copyWithin(target + left * channels, source, source + middle);
  }
}
