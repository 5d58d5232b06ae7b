// Convolution with one filter a channel, four channels at a time. Weights lie as [rows][cols][channels].
// Taps outside the image are passed over.

import { loadSome, storeSome } from '../some';

/** `from` and `to` count rows of the output over the batch. */
export function depthwise(
  from: i32,
  to: i32,
  x: usize,
  w: usize,
  bias: usize,
  y: usize,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  kernelHeight: i32,
  kernelWidth: i32,
  strideY: i32,
  strideX: i32,
  dilationY: i32,
  dilationX: i32,
  top: i32,
  left: i32,
): void {
  for (let row = from; row < to; row++) {
    const image = x + <usize>((row / outHeight) * height * width * channels) * 4;
    const startRow = (row % outHeight) * strideY - top;
    const firstI = firstTap(startRow, dilationY);
    const endI = endTap(startRow, dilationY, height, kernelHeight);
    let target = y + <usize>(row * outWidth * channels) * 4;
    for (let col = 0; col < outWidth; col++) {
      const startCol = col * strideX - left;
      const firstJ = firstTap(startCol, dilationX);
      const endJ = endTap(startCol, dilationX, width, kernelWidth);
      for (let channel = 0; channel < channels; channel += 4) {
        const count = channels - channel;
        let sum = bias == 0 ? f32x4.splat(0) : loadSome(bias + (channel << 2), count);
        for (let i = firstI; i < endI; i++) {
          const r = startRow + i * dilationY;
          let pixel = at(image, r * width + startCol + firstJ * dilationX, channels, channel);
          let weight = at(w, i * kernelWidth + firstJ, channels, channel);
          for (let j = firstJ; j < endJ; j++) {
            sum = f32x4.add(sum, f32x4.mul(loadSome(pixel, count), loadSome(weight, count)));
            pixel += (dilationX * channels) << 2;
            weight += channels << 2;
          }
        }
        storeSome(target + (channel << 2), sum, count);
      }
      target += channels << 2;
    }
  }
}

/** The input's gradient: each output's goes to the cells it saw. `from` and `to` count images. */
export function depthwiseInputGradient(
  from: i32,
  to: i32,
  dy: usize,
  w: usize,
  dx: usize,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  kernelHeight: i32,
  kernelWidth: i32,
  strideY: i32,
  strideX: i32,
  dilationY: i32,
  dilationX: i32,
  top: i32,
  left: i32,
): void {
  const size = height * width * channels;
  memory.fill(dx + <usize>(from * size) * 4, 0, <usize>((to - from) * size) * 4);
  for (let row = from * outHeight; row < to * outHeight; row++) {
    const image = dx + <usize>((row / outHeight) * size) * 4;
    const startRow = (row % outHeight) * strideY - top;
    const firstI = firstTap(startRow, dilationY);
    const endI = endTap(startRow, dilationY, height, kernelHeight);
    for (let col = 0; col < outWidth; col++) {
      const startCol = col * strideX - left;
      const firstJ = firstTap(startCol, dilationX);
      const endJ = endTap(startCol, dilationX, width, kernelWidth);
      for (let channel = 0; channel < channels; channel += 4) {
        const count = channels - channel;
        const gradient = loadSome(at(dy, row * outWidth + col, channels, channel), count);
        for (let i = firstI; i < endI; i++) {
          const r = startRow + i * dilationY;
          let pixel = at(image, r * width + startCol + firstJ * dilationX, channels, channel);
          let weight = at(w, i * kernelWidth + firstJ, channels, channel);
          for (let j = firstJ; j < endJ; j++) {
            const share = f32x4.mul(gradient, loadSome(weight, count));
            storeSome(pixel, f32x4.add(loadSome(pixel, count), share), count);
            pixel += (dilationX * channels) << 2;
            weight += channels << 2;
          }
        }
      }
    }
  }
}

/** The kernel's gradient: the sum over all pixels that a tap met. `from` and `to` count taps. */
export function depthwiseKernelGradient(
  from: i32,
  to: i32,
  dy: usize,
  x: usize,
  dw: usize,
  batch: i32,
  height: i32,
  width: i32,
  channels: i32,
  outHeight: i32,
  outWidth: i32,
  kernelWidth: i32,
  strideY: i32,
  strideX: i32,
  dilationY: i32,
  dilationX: i32,
  top: i32,
  left: i32,
): void {
  memory.fill(at(dw, from, channels, 0), 0, <usize>((to - from) * channels) * 4);
  for (let tap = from; tap < to; tap++) {
    const down = (tap / kernelWidth) * dilationY - top;
    const across = (tap % kernelWidth) * dilationX - left;
    const sums = at(dw, tap, channels, 0);
    for (let row = 0; row < batch * outHeight; row++) {
      const r = (row % outHeight) * strideY + down;
      if (r < 0 || r >= height) continue;
      const line = (row / outHeight) * height + r;
      for (let col = 0; col < outWidth; col++) {
        const c = col * strideX + across;
        if (c < 0 || c >= width) continue;
        const gradients = at(dy, row * outWidth + col, channels, 0);
        const pixel = at(x, line * width + c, channels, 0);
        for (let channel = 0; channel < channels; channel += 4) {
          const count = channels - channel;
          const here = channel << 2;
          const product = f32x4.mul(
            loadSome(gradients + here, count),
            loadSome(pixel + here, count),
          );
          storeSome(sums + here, f32x4.add(loadSome(sums + here, count), product), count);
        }
      }
    }
  }
}

/** Where a channel of a pixel lies. */
function at(start: usize, pixel: i32, channels: i32, channel: i32): usize {
  return start + <usize>(pixel * channels + channel) * 4;
}

/** The first tap inside the image, of a window that begins at `start`. */
function firstTap(start: i32, dilation: i32): i32 {
  return start >= 0 ? 0 : (dilation - 1 - start) / dilation;
}

/** The tap after the last inside. */
function endTap(start: i32, dilation: i32, size: i32, taps: i32): i32 {
  return start >= size ? 0 : min(taps, (size - start + dilation - 1) / dilation);
}
