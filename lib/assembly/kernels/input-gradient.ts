// The gradient for a convolution's input. Each output pixel took part with a whole patch: its gradients,
// times the weights, are the patch's gradients, and these are added where the patch lies. The products
// are those of `convolve`, on a few pixels at a time so that the patches stay in the nearest cache.

import { convolve } from './convolve';

/** Output pixels whose patches' gradients are made before they are added. */
const blockPixels = 32;

/**
 * `from` and `to` count bands: each image is cut into bands of `bandRows` rows. `packed` are the weights
 * with taps as columns, [kernelHeight][tapCols][run]; `scratch` is room of this piece's own for the
 * patches of 32 pixels, panels whole. `channels` and `filters` are those of a pixel; `run` and `depth`
 * are how many of them this group has. `colStep` and `tapColStep` count numbers, `top` and `left` too.
 */
export function inputGradient(
  from: i32,
  to: i32,
  scratch: usize,
  dy: usize,
  packed: usize,
  dx: usize,
  height: i32,
  width: i32,
  channels: i32,
  bandRows: i32,
  outHeight: i32,
  outWidth: i32,
  filters: i32,
  depth: i32,
  kernelHeight: i32,
  strideY: i32,
  dilationY: i32,
  top: i32,
  colStep: i32,
  tapCols: i32,
  tapColStep: i32,
  run: i32,
  left: i32,
  groupChannels: i32,
): void {
  const bands = (height + bandRows - 1) / bandRows;
  const columns = (kernelHeight * tapCols * run + 7) & ~7;
  const rowSize = width * channels;
  for (let band = from; band < to; band++) {
    const firstRow = (band % bands) * bandRows;
    const endRow = min(firstRow + bandRows, height);
    const image = dx + <usize>((band / bands) * height * rowSize) * 4;
    clear(
      image + ((firstRow * rowSize) << 2),
      (endRow - firstRow) * width,
      channels,
      groupChannels,
    );

    // The output rows that reach into the band.
    const above = firstRow + top - (kernelHeight - 1) * dilationY;
    const firstOut = above <= 0 ? 0 : (above + strideY - 1) / strideY;
    const endOut = min(outHeight, (endRow - 1 + top) / strideY + 1);
    for (let outRow = firstOut; outRow < endOut; outRow++) {
      const gradients =
        dy + <usize>(((band / bands) * outHeight + outRow) * outWidth * filters) * 4;
      for (let block = 0; block < outWidth; block += blockPixels) {
        const pixels = min(blockPixels, outWidth - block);
        const here = gradients + ((block * filters) << 2);
        // prettier-ignore
        convolve(0, pixels, here, packed, scratch, 1, pixels, 0, 0, filters, 1, 0, 1, 0, depth, columns, columns);
        for (let tapRow = 0; tapRow < kernelHeight; tapRow++) {
          const row = outRow * strideY + tapRow * dilationY - top;
          if (row < firstRow || row >= endRow) continue;
          const target = image + ((row * rowSize) << 2);
          for (let tapCol = 0; tapCol < tapCols; tapCol++) {
            let patch = scratch + (((tapRow * tapCols + tapCol) * run) << 2);
            let place = block * colStep + tapCol * tapColStep - left;
            for (let pixel = 0; pixel < pixels; pixel++) {
              const before = max(0, -place);
              addRun(
                target,
                place + before,
                patch + (before << 2),
                min(run, rowSize - place) - before,
              );
              patch += columns << 2;
              place += colStep;
            }
          }
        }
      }
    }
  }
}

/** Sets this group's channels of a row of pixels to 0. */
function clear(target: usize, pixels: i32, channels: i32, groupChannels: i32): void {
  if (channels == groupChannels) {
    memory.fill(target, 0, (<usize>(pixels * channels)) << 2);
    return;
  }
  for (let pixel = 0; pixel < pixels; pixel++) {
    memory.fill(target, 0, groupChannels << 2);
    target += channels << 2;
  }
}

/** Adds `count` numbers, none when it is negative, to those from `place` on. */
function addRun(row: usize, place: i32, source: usize, count: i32): void {
  let target = row + (place << 2);
  for (; count >= 4; count -= 4) {
    v128.store(target, f32x4.add(v128.load(target), v128.load(source)));
    target += 16;
    source += 16;
  }
  for (; count > 0; count--) {
    store<f32>(target, load<f32>(target) + load<f32>(source));
    target += 4;
    source += 4;
  }
}
