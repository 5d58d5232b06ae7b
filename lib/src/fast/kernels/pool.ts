import { heap } from '../engine/heap';

// The parameters are those of the AssemblyScript kernels of the same names.

/** The largest of each window; `from` and `to` count rows of the output. */
export function poolMax(
  from: number,
  to: number,
  x: number,
  y: number,
  height: number,
  width: number,
  channels: number,
  outHeight: number,
  outWidth: number,
  windowHeight: number,
  windowWidth: number,
  strideY: number,
  strideX: number,
  top: number,
  left: number,
): void {
  const image = [height, width, channels] as const;
  const window = [windowHeight, windowWidth, strideY, strideX, top, left] as const;
  const { f32 } = heap;
  const output = y >>> 2;
  eachWindow(from, to, x >>> 2, image, outHeight, outWidth, window, (cells, place) => {
    f32[output + place] = f32[placeOfLargest(f32, cells)]!;
  });
}

/** The sum of each window, or with `mean` 1 its mean; `from` and `to` count rows of the output. */
export function poolSum(
  from: number,
  to: number,
  x: number,
  y: number,
  mean: number,
  height: number,
  width: number,
  channels: number,
  outHeight: number,
  outWidth: number,
  windowHeight: number,
  windowWidth: number,
  strideY: number,
  strideX: number,
  top: number,
  left: number,
): void {
  const image = [height, width, channels] as const;
  const window = [windowHeight, windowWidth, strideY, strideX, top, left] as const;
  const { f32 } = heap;
  const output = y >>> 2;
  eachWindow(from, to, x >>> 2, image, outHeight, outWidth, window, (cells, place) => {
    let sum = 0;
    for (const cell of cells) sum += f32[cell]!;
    f32[output + place] = mean === 1 ? sum / cells.length : sum;
  });
}

/** Each window's gradient goes to its largest cell; `from` and `to` count images. */
export function poolMaxBackward(
  from: number,
  to: number,
  dy: number,
  x: number,
  dx: number,
  height: number,
  width: number,
  channels: number,
  outHeight: number,
  outWidth: number,
  windowHeight: number,
  windowWidth: number,
  strideY: number,
  strideX: number,
  top: number,
  left: number,
): void {
  const image = [height, width, channels] as const;
  const window = [windowHeight, windowWidth, strideY, strideX, top, left] as const;
  const { f32 } = heap;
  const [input, gradients, dOutput] = [x >>> 2, dx >>> 2, dy >>> 2];
  const size = height * width * channels;
  f32.fill(0, gradients + from * size, gradients + to * size);
  const rows = [from * outHeight, to * outHeight] as const;
  eachWindow(...rows, input, image, outHeight, outWidth, window, (cells, place) => {
    const largest = placeOfLargest(f32, cells) - input + gradients;
    f32[largest] = f32[largest]! + f32[dOutput + place]!;
  });
}

/** Each window's gradient goes to all its cells, with `mean` 1 shared; `from`, `to` count images. */
export function poolSumBackward(
  from: number,
  to: number,
  dy: number,
  dx: number,
  mean: number,
  height: number,
  width: number,
  channels: number,
  outHeight: number,
  outWidth: number,
  windowHeight: number,
  windowWidth: number,
  strideY: number,
  strideX: number,
  top: number,
  left: number,
): void {
  const image = [height, width, channels] as const;
  const window = [windowHeight, windowWidth, strideY, strideX, top, left] as const;
  const { f32 } = heap;
  const [gradients, dOutput] = [dx >>> 2, dy >>> 2];
  const size = height * width * channels;
  f32.fill(0, gradients + from * size, gradients + to * size);
  const rows = [from * outHeight, to * outHeight] as const;
  eachWindow(...rows, gradients, image, outHeight, outWidth, window, (cells, place) => {
    const share = f32[dOutput + place]! / (mean === 1 ? cells.length : 1);
    for (const cell of cells) f32[cell] = f32[cell]! + share;
  });
}

/** Of equal ones the first; NaN is larger than all. */
function placeOfLargest(f32: Float32Array, cells: readonly number[]): number {
  let best = cells[0]!;
  for (const cell of cells) {
    if (Number.isNaN(f32[best])) break;
    if (f32[cell]! > f32[best]! || Number.isNaN(f32[cell])) best = cell;
  }
  return best;
}

/** Visits the windows of rows of the output: their cells from `start` on, their place in it. */
function eachWindow(
  fromRow: number,
  toRow: number,
  start: number,
  [height, width, channels]: readonly [number, number, number],
  outHeight: number,
  outWidth: number,
  window: readonly [number, number, number, number, number, number],
  visit: (cells: readonly number[], place: number) => void,
): void {
  const [windowHeight, windowWidth, strideY, strideX, top, left] = window;
  const cells: number[] = [];
  for (let row = fromRow; row < toRow; row++) {
    const image = start + Math.floor(row / outHeight) * height * width * channels;
    const startRow = (row % outHeight) * strideY - top;
    const endRow = Math.min(height, startRow + windowHeight);
    for (let col = 0; col < outWidth; col++) {
      const startCol = col * strideX - left;
      const endCol = Math.min(width, startCol + windowWidth);
      for (let channel = 0; channel < channels; channel++) {
        cells.length = 0;
        for (let r = Math.max(0, startRow); r < endRow; r++) {
          for (let c = Math.max(0, startCol); c < endCol; c++) {
            cells.push(image + (r * width + c) * channels + channel);
          }
        }
        visit(cells, (row * outWidth + col) * channels + channel);
      }
    }
  }
}
