// Lays zeros around images, or cuts the pixels that no patch reaches.

/**
 * The outermost axis is the rows of the padded images: `from` and `to` count them over the batch.
 * Pixel (r, c) of the image lands at row `top + r`, column `left + c`.
 */
export function padImages(
  from: i32,
  to: i32,
  x: usize,
  y: usize,
  height: i32,
  width: i32,
  channels: i32,
  top: i32,
  left: i32,
  paddedHeight: i32,
  paddedWidth: i32,
): void {
  const pixel = channels << 2;
  const rowBytes = paddedWidth * pixel;
  const before = min(left, paddedWidth) * pixel;
  const middle = max(0, min(width, paddedWidth - left)) * pixel;
  for (let index = from; index < to; index++) {
    const target = y + <usize>index * rowBytes;
    const row = (index % paddedHeight) - top;
    if (row < 0 || row >= height) {
      memory.fill(target, 0, rowBytes);
      continue;
    }
    const image = index / paddedHeight;
    memory.fill(target, 0, before);
    memory.copy(target + before, x + <usize>((image * height + row) * width) * pixel, middle);
    memory.fill(target + before + middle, 0, rowBytes - before - middle);
  }
}
