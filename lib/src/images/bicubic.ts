import { Volume } from '../volume/volume';
import type { Rectangle } from './crop';

/** How much of the old numbers, from the first one on, goes into a new one. */
interface Taps {
  first: number;
  weights: readonly number[];
}

/**
 * Gives an image another size by bicubic interpolation, as Pillow and most programs do: along the rows, then along
 * the columns, a new pixel from the old ones within two steps of it, weighted by a cubic; where the image becomes
 * smaller the steps are those of the new pixels, so that none of the old is left out. Sharp edges overshoot.
 *
 * Source of the cubic: Keys, « Cubic Convolution Interpolation for Digital Image Processing », 1981, with a = -0.5.
 *
 * @param image `[height, width]` or `[height, width, channels]`
 * @param window the part of the result that is wanted; left out, all of it
 * @param keep what becomes of each number after either pass: programs that keep pictures as bytes round and cut it
 */
export function bicubic(
  image: Volume,
  height: number,
  width: number,
  window: Rectangle = { top: 0, left: 0, height, width },
  keep: (x: number) => number = (x) => x,
): Volume {
  const [oldHeight = 1, oldWidth = 1, channels = 1] = image.shape;
  const rows = tapsOf(oldHeight, height, window.top, window.height);
  const cols = tapsOf(oldWidth, width, window.left, window.width);
  const firstRow = Math.min(...rows.map(({ first }) => first));
  const lastRow = Math.max(...rows.map(({ first, weights }) => first + weights.length));

  const rowLength = cols.length * channels;
  const narrow = new Float64Array((lastRow - firstRow) * rowLength);
  for (let row = firstRow; row < lastRow; row++) {
    for (const [col, { first, weights }] of cols.entries()) {
      for (let channel = 0; channel < channels; channel++) {
        const from = (row * oldWidth + first) * channels + channel;
        const sum = weighted(image.data, from, channels, weights);
        narrow[(row - firstRow) * rowLength + col * channels + channel] = keep(sum);
      }
    }
  }
  const shape = [window.height, window.width, ...image.shape.slice(2)];
  const result = Volume.zeros(shape, image.dtype);
  for (const [row, { first, weights }] of rows.entries()) {
    for (let place = 0; place < rowLength; place++) {
      const from = (first - firstRow) * rowLength + place;
      result.data[row * rowLength + place] = keep(weighted(narrow, from, rowLength, weights));
    }
  }
  return result;
}

function weighted(
  data: ArrayLike<number>,
  from: number,
  step: number,
  weights: readonly number[],
): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * data[from + i * step]!;
  return sum;
}

/** For some of the new numbers along an axis, which old ones they are made of; weights add up to 1. */
function tapsOf(oldLength: number, newLength: number, start: number, count: number): Taps[] {
  const scale = oldLength / newLength;
  const stretch = Math.max(scale, 1);
  return Array.from({ length: count }, (_, i) => {
    const centre = (start + i + 0.5) * scale;
    const first = Math.max(0, Math.floor(centre - 2 * stretch + 0.5));
    const end = Math.min(oldLength, Math.floor(centre + 2 * stretch + 0.5));
    const weights = Array.from({ length: end - first }, (__, j) =>
      cubic((first + j + 0.5 - centre) / stretch),
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return { first, weights: weights.map((weight) => weight / sum) };
  });
}

function cubic(distance: number): number {
  const x = Math.abs(distance);
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
}
