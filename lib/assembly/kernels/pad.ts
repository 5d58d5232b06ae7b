// Lays zeros around images (or cuts their borders, where `top` or `left` is below 0), and zeros
// between their pixels where `spread` is above 1.

/**
 * The outermost axis is the rows of the padded images: `from` and `to` count them over the batch.
 * Pixel (r, c) of the image lands at row `top + r * spreadY`, column `left + c * spreadX`.
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
  spreadY: i32,
  spreadX: i32,
  paddedHeight: i32,
  paddedWidth: i32,
): void {
  const pixel = channels << 2;
  const rowBytes = paddedWidth * pixel;
  // The columns of the image that land inside: firstCol to endCol - 1.
  const firstCol = left < 0 ? (-left + spreadX - 1) / spreadX : 0;
  const room = paddedWidth - left;
  const endCol = min(width, room <= 0 ? 0 : (room + spreadX - 1) / spreadX);
  for (let index = from; index < to; index++) {
    const target = y + <usize>index * rowBytes;
    const image = index / paddedHeight;
    const shifted = (index % paddedHeight) - top;
    const row = shifted / spreadY;
    const inside = shifted >= 0 && row * spreadY == shifted && row < height && firstCol < endCol;
    if (!inside) {
      memory.fill(target, 0, rowBytes);
      continue;
    }
    const source = x + (<usize>(image * height + row) * width + firstCol) * pixel;
    const before = (left + firstCol * spreadX) * pixel;
    if (spreadX == 1) {
      const middle = (endCol - firstCol) * pixel;
      memory.fill(target, 0, before);
      memory.copy(target + before, source, middle);
      memory.fill(target + before + middle, 0, rowBytes - before - middle);
      continue;
    }
    memory.fill(target, 0, rowBytes);
    for (let col = firstCol; col < endCol; col++) {
      const place = target + (left + col * spreadX) * pixel;
      memory.copy(place, source + (col - firstCol) * pixel, pixel);
    }
  }
}
