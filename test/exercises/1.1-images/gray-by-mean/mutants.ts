/** Wrong grayByMean answers beyond the known mistakes: subtle ones, dishonest ones. */
import type { Answer } from '../../answer';
import { grid, mean, refusePixels, refuseSize, wrongGray, wrongPixel } from '../parts';
import type { GrayByMean, Pixels } from '../types';
import { cases } from './cases';

const right: GrayByMean = wrongPixel((red, green, blue) => (red + green + blue) / 3);

/** Right where the arguments are, without the check named. */
const unchecked =
  (check: (pixels: Pixels, width: number, height: number) => void): GrayByMean =>
  (pixels, width, height) => {
    check(pixels, width, height);
    return grid(height, width, (y, x) => mean(pixels, (y * width + x) * 4));
  };

export const mutants: Record<string, Answer> = {
  'weighs by the alpha': wrongPixel((r, g, b, alpha) => (((r + g + b) / 3) * alpha) / 255),
  'lays transparent pixels on white': wrongPixel(
    (r, g, b, alpha) => (((r + g + b) / 3) * alpha + 255 * (255 - alpha)) / 255,
  ),
  'takes opaque pixels only': wrongPixel((r, g, b, alpha) => (alpha === 0 ? 0 : (r + g + b) / 3)),
  'halfway between the largest and the smallest': wrongPixel(
    (r, g, b) => (Math.max(r, g, b) + Math.min(r, g, b)) / 2,
  ),
  'takes the largest channel': wrongPixel((r, g, b) => Math.max(r, g, b)),
  'takes the green channel': wrongPixel((_r, g) => g),
  'means red and green': wrongPixel((r, g) => (r + g) / 2),
  'starts one number late: green, blue, alpha': wrongPixel(
    (_r, g, b, alpha) => (g + b + alpha) / 3,
  ),
  'multiplies by 0.33': wrongPixel((r, g, b) => 0.33 * (r + g + b)),
  'rounds up': wrongPixel((r, g, b) => Math.ceil((r + g + b) / 3)),
  'rounds to two decimals': wrongPixel((r, g, b) => Number(((r + g + b) / 3).toFixed(2))),
  'wraps the sum on eight bits': wrongPixel((r, g, b) => ((r + g + b) & 255) / 3),
  'wraps the sum on eight bits where it gets bytes': wrongGray((pixels, width, height) => {
    if (!(pixels instanceof Uint8Array)) return right(pixels, width, height);
    return wrongPixel((r, g, b) => ((r + g + b) & 255) / 3)(pixels, width, height);
  }),
  'divides by 255: grey from 0 to 1': wrongPixel((r, g, b) => (r + g + b) / 3 / 255),
  'upside down': (pixels: Pixels, width: number, height: number) =>
    right(pixels, width, height).reverse(),
  'left and right swapped': (pixels: Pixels, width: number, height: number) =>
    right(pixels, width, height).map((line) => line.reverse()),
  'one list instead of rows': (pixels: Pixels, width: number, height: number) =>
    right(pixels, width, height).flat(),
  'rows as typed arrays': (pixels: Pixels, width: number, height: number) =>
    right(pixels, width, height).map((line) => Float64Array.from(line)),
  'rows as bytes': (pixels: Pixels, width: number, height: number) =>
    right(pixels, width, height).map((line) => [...Uint8Array.from(line)]),
  'square images only': (pixels: Pixels, width: number, height: number) =>
    right(pixels, width, height).slice(0, width),
  'knows ordinary lists only': (pixels: Pixels, width: number, height: number) => {
    if (!Array.isArray(pixels)) throw new TypeError('not a list');
    return right(pixels, width, height);
  },
  'gives strings': (pixels: Pixels, width: number, height: number) =>
    right(pixels, width, height).map((line) => line.map(String)),
  'gives NaN for everything': wrongPixel(() => NaN),
  'gives infinities for everything': wrongPixel(() => Infinity),
  'returns nothing': (pixels: Pixels, width: number, height: number) => {
    right(pixels, width, height);
  },
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('grayByMean : à compléter.');
  },
  'knows the public cases by heart': (pixels: Pixels, width: number, height: number) => {
    const asked = JSON.stringify([[...pixels], width, height]);
    const known = cases.some(
      ({ args: [p, w, h] }) => JSON.stringify([[...(p as Pixels)], w, h]) === asked,
    );
    return known ? right(pixels, width, height) : [];
  },
  'writes the grey into the pixels': (pixels: Pixels, width: number, height: number) => {
    const gray = right(pixels, width, height);
    gray.flat().forEach((value, i) => (pixels[4 * i] = value));
    return gray;
  },
  'empties the list': (pixels: Pixels, width: number, height: number) => {
    const gray = right(pixels, width, height);
    if (Array.isArray(pixels)) pixels.splice(0);
    return gray;
  },
  'refuses no length': unchecked((_pixels, width, height) => [width, height].forEach(refuseSize)),
  'refuses too few numbers but takes too many': unchecked((pixels, width, height) => {
    [width, height].forEach(refuseSize);
    if (pixels.length < 4 * width * height) throw new RangeError('pixels');
  }),
  'refuses too many numbers but takes too few': unchecked((pixels, width, height) => {
    [width, height].forEach(refuseSize);
    if (pixels.length > 4 * width * height) throw new RangeError('pixels');
  }),
  'refuses only what four does not divide': unchecked((pixels, width, height) => {
    [width, height].forEach(refuseSize);
    if (pixels.length % 4 !== 0) throw new RangeError('pixels');
  }),
  'takes sizes that are no integers': unchecked((pixels, width, height) => {
    if (width < 1 || height < 1 || pixels.length !== 4 * width * height) throw new RangeError('no');
  }),
  'takes a size of 0': unchecked((pixels, width, height) => {
    if (width < 0 || height < 0) throw new RangeError('size');
    if (![width, height].every(Number.isInteger) || pixels.length !== 4 * width * height) {
      throw new RangeError('pixels');
    }
  }),
  'takes two negative sizes': unchecked((pixels, width, height) => {
    if (![width, height].every(Number.isInteger) || width === 0 || height === 0) {
      throw new RangeError('size');
    }
    if (pixels.length !== 4 * width * height) throw new RangeError('pixels');
  }),
  'gives an empty image where it should throw': (pixels: Pixels, width: number, height: number) => {
    try {
      refusePixels(pixels, width, height);
    } catch {
      return [];
    }
    return right(pixels, width, height);
  },
};
