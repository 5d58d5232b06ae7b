/**
 * Right answers written otherwise than the reference: the specs must give them all the points.
 *
 * They stand alone, as students would write them, and use nothing of `parts.ts`.
 */
import type { Vector } from '../types';

export const alternatives = {
  functional(x: Vector, k: Vector, stride = 1, padding = 0): Vector {
    if (stride < 1 || stride % 1 !== 0) throw new Error('stride');
    if (padding < 0 || padding % 1 !== 0) throw new Error('padding');
    const size = Math.floor((x.length + 2 * padding - k.length) / stride) + 1;
    if (k.length === 0 || size < 1) throw new Error('kernel');
    return [...Array(size).keys()].map((i) =>
      k.map((weight, j) => weight * (x[i * stride + j - padding] ?? 0)).reduce((a, b) => a + b),
    );
  },
  'scatter: each input adds to the outputs that see it'(
    x: Vector,
    k: Vector,
    stride = 1,
    padding = 0,
  ): Vector {
    if (!Number.isInteger(stride) || !Number.isInteger(padding)) throw new TypeError('integers');
    if (stride <= 0 || padding < 0 || k.length === 0) throw new RangeError('stride, padding, k');
    if (k.length > x.length + 2 * padding) throw new RangeError('kernel too long');
    const y = new Array<number>(Math.floor((x.length + 2 * padding - k.length) / stride) + 1).fill(
      0,
    );
    for (let n = 0; n < x.length; n++) {
      for (let j = 0; j < k.length; j++) {
        const i = (n + padding - j) / stride;
        if (Number.isInteger(i) && i >= 0 && i < y.length) y[i]! += k[j]! * x[n]!;
      }
    }
    return y;
  },
  'float32 typed arrays'(x: Vector, k: Vector, stride = 1, padding = 0): Vector {
    if (!(stride >= 1) || Math.floor(stride) !== stride) throw new RangeError('stride');
    if (!(padding >= 0) || Math.floor(padding) !== padding) throw new RangeError('padding');
    const padded = new Float32Array(x.length + 2 * padding);
    padded.set(x, padding);
    if (k.length < 1 || k.length > padded.length) throw new RangeError('kernel');
    const weights = Float32Array.from(k);
    const y: Vector = [];
    let start = 0;
    do {
      y.push(weights.reduce((sum, weight, j) => sum + weight * padded[start + j]!, 0));
      start += stride;
    } while (start + k.length <= padded.length);
    return y;
  },
  async 'an async function'(x: Vector, k: Vector, stride = 1, padding = 0): Promise<Vector> {
    await Promise.resolve();
    if (![stride, padding].every(Number.isSafeInteger)) throw new Error('integers');
    if (stride < 1 || padding < 0 || k.length < 1) throw new Error('too small');
    const z = [...Array<number>(padding).fill(0), ...x, ...Array<number>(padding).fill(0)];
    if (k.length > z.length) throw new Error('kernel');
    return z
      .map((_, i) => z.slice(i, i + k.length))
      .filter((window, i) => window.length === k.length && i % stride === 0)
      .map((window) => window.reduce((sum, value, j) => sum + value * k[j]!, 0));
  },
};
