/**
 * Right answers written otherwise than the reference: the specs must give them all the points.
 *
 * They stand alone, as students would write them, and use nothing of `parts.ts`.
 */
import type { Answer } from '../../answer';
import type { Matrix, Pixels } from '../types';

export const alternatives: Record<string, Answer> = {
  functional(pixels: Pixels, width: number, height: number): Matrix {
    if (![width, height].every((n) => Number.isInteger(n) && n > 0)) throw new Error('size');
    if (pixels.length / 4 !== width * height) throw new Error('pixels');
    const numbers = Array.from(pixels);
    return Array.from({ length: height }, (_, y) =>
      Array.from({ length: width }, (__, x) =>
        numbers
          .slice(4 * (y * width + x))
          .slice(0, 3)
          .reduce((sum, value) => sum + value / 3, 0),
      ),
    );
  },
  'one loop over the numbers, a row when it is full'(
    pixels: Pixels,
    width: number,
    height: number,
  ): Matrix {
    if (width % 1 || height % 1 || !(width > 0) || !(height > 0)) throw new TypeError('size');
    if (pixels.length !== width * height * 4) throw new TypeError('pixels');
    const gray: Matrix = [];
    let line: number[] = [];
    for (let i = 0; i < pixels.length; i += 4) {
      line.push(pixels[i]! / 3 + pixels[i + 1]! / 3 + pixels[i + 2]! / 3);
      if (line.length === width) {
        gray.push(line);
        line = [];
      }
    }
    return gray;
  },
  'float32 planes, summed, cut into rows'(pixels: Pixels, width: number, height: number): Matrix {
    if (!Number.isSafeInteger(width) || !Number.isSafeInteger(height)) throw new Error('integers');
    if (Math.min(width, height) < 1) throw new Error('positive');
    const count = width * height;
    if (pixels.length !== 4 * count) throw new Error('pixels');
    const gray = new Float32Array(count);
    for (const channel of [2, 1, 0]) {
      for (let i = count - 1; i >= 0; i--) gray[i]! += pixels[4 * i + channel]!;
    }
    const line = (y: number): number[] =>
      [...gray.subarray(y * width, (y + 1) * width)].map((sum) => sum / 3);
    return [...Array(height).keys()].map(line);
  },
  async 'an async function'(pixels: Pixels, width: number, height: number): Promise<Matrix> {
    await Promise.resolve();
    if ([width, height].some((n) => n < 1 || Math.floor(n) !== n)) throw new Error('size');
    if (pixels.length !== 4 * width * height) throw new Error('pixels');
    const gray: Matrix = Array.from({ length: height }, () => []);
    pixels.forEach((_: number, i: number) => {
      if (i % 4 !== 0) return;
      const [r, g, b] = pixels.slice(i, i + 3);
      gray[Math.floor(i / 4 / width)]!.push((r! + g! + b!) / 3);
    });
    return gray;
  },
};
