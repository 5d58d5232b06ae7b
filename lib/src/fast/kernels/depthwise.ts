import { heap } from '../engine/heap';

// The parameters are those of the AssemblyScript kernels of the same names.

/** `from` and `to` count rows of the output over the batch. */
export function depthwise(
  from: number,
  to: number,
  x: number,
  w: number,
  bias: number,
  y: number,
  height: number,
  width: number,
  channels: number,
  outHeight: number,
  outWidth: number,
  kernelHeight: number,
  kernelWidth: number,
  strideY: number,
  strideX: number,
  dilationY: number,
  dilationX: number,
  top: number,
  left: number,
): void {
  const { f32 } = heap;
  const outputs = y >>> 2;
  const rowSize = outWidth * channels;
  if (bias === 0) f32.fill(0, outputs + from * rowSize, outputs + to * rowSize);
  else {
    for (let place = from * outWidth; place < to * outWidth; place++) {
      f32.copyWithin(outputs + place * channels, bias >>> 2, (bias >>> 2) + channels);
    }
  }
  const sizes = [height, width, channels, outHeight, outWidth, kernelHeight, kernelWidth] as const;
  const steps = [strideY, strideX, dilationY, dilationX, top, left] as const;
  eachMeeting(from, to, sizes, steps, (place, pixel, tap) => {
    const [output, input, weights] = [outputs + place, (x >>> 2) + pixel, (w >>> 2) + tap];
    for (let c = 0; c < channels; c++) f32[output + c]! += f32[input + c]! * f32[weights + c]!;
  });
}

/** The input's gradient: each output's goes to the cells it saw. `from` and `to` count images. */
export function depthwiseInputGradient(
  from: number,
  to: number,
  dy: number,
  w: number,
  dx: number,
  height: number,
  width: number,
  channels: number,
  outHeight: number,
  outWidth: number,
  kernelHeight: number,
  kernelWidth: number,
  strideY: number,
  strideX: number,
  dilationY: number,
  dilationX: number,
  top: number,
  left: number,
): void {
  const { f32 } = heap;
  const [gradients, sums] = [dy >>> 2, dx >>> 2];
  const size = height * width * channels;
  f32.fill(0, sums + from * size, sums + to * size);
  const sizes = [height, width, channels, outHeight, outWidth, kernelHeight, kernelWidth] as const;
  const steps = [strideY, strideX, dilationY, dilationX, top, left] as const;
  eachMeeting(from * outHeight, to * outHeight, sizes, steps, (place, pixel, tap) => {
    const [gradient, sum, weights] = [gradients + place, sums + pixel, (w >>> 2) + tap];
    for (let c = 0; c < channels; c++) f32[sum + c]! += f32[gradient + c]! * f32[weights + c]!;
  });
}

/** The kernel's gradient: the sum over all pixels that a tap met. `from` and `to` count taps. */
export function depthwiseKernelGradient(
  from: number,
  to: number,
  dy: number,
  x: number,
  dw: number,
  batch: number,
  height: number,
  width: number,
  channels: number,
  outHeight: number,
  outWidth: number,
  kernelWidth: number,
  strideY: number,
  strideX: number,
  dilationY: number,
  dilationX: number,
  top: number,
  left: number,
): void {
  const { f32 } = heap;
  const [gradients, pixels] = [dy >>> 2, x >>> 2];
  for (let tap = from; tap < to; tap++) {
    const sums = (dw >>> 2) + tap * channels;
    f32.fill(0, sums, sums + channels);
    // One tap is a kernel of 1 x 1 that begins where the tap lies.
    const sizes = [height, width, channels, outHeight, outWidth, 1, 1] as const;
    const first = [
      top - Math.floor(tap / kernelWidth) * dilationY,
      left - (tap % kernelWidth) * dilationX,
    ] as const;
    eachMeeting(0, batch * outHeight, sizes, [strideY, strideX, 1, 1, ...first], (place, pixel) => {
      const [gradient, input] = [gradients + place, pixels + pixel];
      for (let c = 0; c < channels; c++) f32[sums + c]! += f32[gradient + c]! * f32[input + c]!;
    });
  }
}

/** Visits each tap that meets the image: where the output's, the input's, the tap's channels begin. */
function eachMeeting(
  fromRow: number,
  toRow: number,
  sizes: readonly [number, number, number, number, number, number, number],
  steps: readonly [number, number, number, number, number, number],
  visit: (place: number, pixel: number, tap: number) => void,
): void {
  const [height, width, channels, outHeight, outWidth, kernelHeight, kernelWidth] = sizes;
  const [strideY, strideX, dilationY, dilationX, top, left] = steps;
  for (let row = fromRow; row < toRow; row++) {
    const image = Math.floor(row / outHeight) * height;
    for (let i = 0; i < kernelHeight; i++) {
      const r = (row % outHeight) * strideY - top + i * dilationY;
      if (r < 0 || r >= height) continue;
      for (let col = 0; col < outWidth; col++) {
        for (let j = 0; j < kernelWidth; j++) {
          const c = col * strideX - left + j * dilationX;
          if (c < 0 || c >= width) continue;
          const pixel = (image + r) * width + c;
          const tap = i * kernelWidth + j;
          visit((row * outWidth + col) * channels, pixel * channels, tap * channels);
        }
      }
    }
  }
}
