/**
 * Small right pieces that wrong answers are put together from, so that each mistake is only the
 * line that is wrong. The reference answers do not use them.
 */
import type { GrayByMean, Matrix, Pixels } from './types';

/** An array of `length` items, `item(i)` each. */
export const times = <T>(length: number, item: (i: number) => T): T[] =>
  Array.from({ length }, (_, i) => item(i));

export const grid = (rows: number, cols: number, at: (y: number, x: number) => number): Matrix =>
  times(rows, (y) => times(cols, (x) => at(y, x)));

export const transpose = (m: Matrix): Matrix => m[0]!.map((_, col) => m.map((line) => line[col]!));

/** The number at `index`; beyond the end NaN, which undefined becomes in a sum. */
export const at = (pixels: Pixels, index: number): number => pixels[index] ?? NaN;

export const mean = (pixels: Pixels, start: number): number =>
  (at(pixels, start) + at(pixels, start + 1) + at(pixels, start + 2)) / 3;

/** Refuses what the statement says must be refused, so that a mistake is about something else. */
export function refusePixels(pixels: Pixels, width: number, height: number): void {
  refuseSize(width);
  refuseSize(height);
  if (pixels.length !== 4 * width * height) throw new RangeError('pixels');
}

export function refuseSize(size: number): void {
  if (!Number.isInteger(size) || size < 1) throw new RangeError('size');
}

export function refuseThreshold(threshold: number): void {
  if (Number.isNaN(threshold) || threshold < 0 || threshold > 255)
    throw new RangeError('threshold');
}

/** A wrong grayByMean that refuses what must be refused: `convert` is all there is to read. */
export const wrongGray =
  (convert: GrayByMean): GrayByMean =>
  (pixels, width, height) => {
    refusePixels(pixels, width, height);
    return convert(pixels, width, height);
  };

/** The same, of one pixel: `convert(r, g, b, alpha)`. */
export const wrongPixel = (
  convert: (red: number, green: number, blue: number, alpha: number) => number,
): GrayByMean =>
  wrongGray((pixels, width, height) =>
    grid(height, width, (y, x) => {
      const [red, green, blue, alpha] = times(4, (c) => at(pixels, (y * width + x) * 4 + c));
      return convert(red!, green!, blue!, alpha!);
    }),
  );
