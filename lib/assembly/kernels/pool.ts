// Poolings, four channels at a time. Forward, `from` and `to` count rows of the output over the batch;
// backward, images: windows may overlap, and what a cell receives is added up. Cells outside the image
// are passed over.

import { loadSome, storeSome } from '../some';

/** The largest of each window. `f32x4.max` gives NaN where one of the two is NaN. */
export function poolMax(
  from: i32,
  to: i32,
  x: usize,
  y: usize,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  windowHeight: i32,
  windowWidth: i32,
  strideY: i32,
  strideX: i32,
  top: i32,
  left: i32,
): void {
  for (let row = from; row < to; row++) {
    const image = x + <usize>((row / outHeight) * height * width * channels) * 4;
    const startRow = (row % outHeight) * strideY - top;
    const firstRow = max(0, startRow);
    const endRow = min(height, startRow + windowHeight);
    let target = y + <usize>(row * outWidth * channels) * 4;
    for (let col = 0; col < outWidth; col++) {
      const firstCol = max(0, col * strideX - left);
      const endCol = min(width, col * strideX - left + windowWidth);
      for (let channel = 0; channel < channels; channel += 4) {
        const count = channels - channel;
        let largest = loadSome(cell(image, width, channels, firstRow, firstCol, channel), count);
        for (let r = firstRow; r < endRow; r++) {
          let source = cell(image, width, channels, r, firstCol, channel);
          for (let c = firstCol; c < endCol; c++) {
            largest = f32x4.max(largest, loadSome(source, count));
            source += channels << 2;
          }
        }
        storeSome(target + (channel << 2), largest, count);
      }
      target += channels << 2;
    }
  }
}

/** The sum of each window, or with `mean` 1 its mean over the cells inside the image. */
export function poolSum(
  from: i32,
  to: i32,
  x: usize,
  y: usize,
  mean: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  windowHeight: i32,
  windowWidth: i32,
  strideY: i32,
  strideX: i32,
  top: i32,
  left: i32,
): void {
  for (let row = from; row < to; row++) {
    const image = x + <usize>((row / outHeight) * height * width * channels) * 4;
    const startRow = (row % outHeight) * strideY - top;
    const firstRow = max(0, startRow);
    const endRow = min(height, startRow + windowHeight);
    let target = y + <usize>(row * outWidth * channels) * 4;
    for (let col = 0; col < outWidth; col++) {
      const firstCol = max(0, col * strideX - left);
      const endCol = min(width, col * strideX - left + windowWidth);
      const cells = mean == 1 ? max(0, endRow - firstRow) * max(0, endCol - firstCol) : 1;
      for (let channel = 0; channel < channels; channel += 4) {
        const count = channels - channel;
        let sum = f32x4.splat(0);
        for (let r = firstRow; r < endRow; r++) {
          let source = cell(image, width, channels, r, firstCol, channel);
          for (let c = firstCol; c < endCol; c++) {
            sum = f32x4.add(sum, loadSome(source, count));
            source += channels << 2;
          }
        }
        storeSome(target + (channel << 2), f32x4.div(sum, f32x4.splat(<f32>cells)), count);
      }
      target += channels << 2;
    }
  }
}

/** Each window's gradient goes to its largest cell: of equal ones the first, NaN above all. */
export function poolMaxBackward(
  from: i32,
  to: i32,
  dy: usize,
  x: usize,
  dx: usize,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  windowHeight: i32,
  windowWidth: i32,
  strideY: i32,
  strideX: i32,
  top: i32,
  left: i32,
): void {
  const size = height * width * channels;
  for (let index = from; index < to; index++) {
    const image = x + <usize>(index * size) * 4;
    const gradients = dx + <usize>(index * size) * 4;
    memory.fill(gradients, 0, (<usize>size) << 2);
    let source = dy + <usize>(index * outHeight * outWidth * channels) * 4;
    for (let row = 0; row < outHeight; row++) {
      const firstRow = max(0, row * strideY - top);
      const endRow = min(height, row * strideY - top + windowHeight);
      for (let col = 0; col < outWidth; col++) {
        const firstCol = max(0, col * strideX - left);
        const endCol = min(width, col * strideX - left + windowWidth);
        for (let channel = 0; channel < channels; channel += 4) {
          const count = channels - channel;
          let largest = loadSome(cell(image, width, channels, firstRow, firstCol, channel), count);
          for (let r = firstRow; r < endRow; r++) {
            for (let c = firstCol; c < endCol; c++) {
              const value = loadSome(cell(image, width, channels, r, c, channel), count);
              largest = f32x4.max(largest, value);
            }
          }
          const isNaN = f32x4.ne(largest, largest);
          let gradient = loadSome(source + (channel << 2), count);
          for (let r = firstRow; r < endRow; r++) {
            for (let c = firstCol; c < endCol; c++) {
              const value = loadSome(cell(image, width, channels, r, c, channel), count);
              const nans = v128.and(f32x4.ne(value, value), isNaN);
              const here = v128.or(f32x4.eq(value, largest), nans);
              const place = cell(gradients, width, channels, r, c, channel);
              const sum = f32x4.add(loadSome(place, count), v128.and(gradient, here));
              storeSome(place, sum, count);
              gradient = v128.andnot(gradient, here); // given away, once
            }
          }
        }
        source += channels << 2;
      }
    }
  }
}

/** Each window's gradient goes to all its cells, with `mean` 1 in equal shares. */
export function poolSumBackward(
  from: i32,
  to: i32,
  dy: usize,
  dx: usize,
  mean: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  windowHeight: i32,
  windowWidth: i32,
  strideY: i32,
  strideX: i32,
  top: i32,
  left: i32,
): void {
  const size = height * width * channels;
  for (let index = from; index < to; index++) {
    const gradients = dx + <usize>(index * size) * 4;
    memory.fill(gradients, 0, (<usize>size) << 2);
    let source = dy + <usize>(index * outHeight * outWidth * channels) * 4;
    for (let row = 0; row < outHeight; row++) {
      const firstRow = max(0, row * strideY - top);
      const endRow = min(height, row * strideY - top + windowHeight);
      for (let col = 0; col < outWidth; col++) {
        const firstCol = max(0, col * strideX - left);
        const endCol = min(width, col * strideX - left + windowWidth);
        const cells = mean == 1 ? max(0, endRow - firstRow) * max(0, endCol - firstCol) : 1;
        for (let channel = 0; channel < channels; channel += 4) {
          const count = channels - channel;
          const gradient = loadSome(source + (channel << 2), count);
          const share = f32x4.div(gradient, f32x4.splat(<f32>cells));
          for (let r = firstRow; r < endRow; r++) {
            for (let c = firstCol; c < endCol; c++) {
              const place = cell(gradients, width, channels, r, c, channel);
              storeSome(place, f32x4.add(loadSome(place, count), share), count);
            }
          }
        }
        source += channels << 2;
      }
    }
  }
}

/** Where a number of an image lies. */
function cell(image: usize, width: i32, channels: i32, row: i32, col: i32, channel: i32): usize {
  return image + (((row * width + col) * channels + channel) << 2);
}
