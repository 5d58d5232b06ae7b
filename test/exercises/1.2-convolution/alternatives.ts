/**
 * Right answers written otherwise than the reference: the specs must give them all the points.
 *
 * They stand alone, as students would write them, and use nothing of `parts.ts`.
 */
import { attempts } from '../mutant';
import type { Filters, Image, Matrix, Vector } from './types';

const conv1dAlternatives = attempts('conv1d', {
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
});

const conv2dAlternatives = attempts('conv2d', {
  functional(x: Matrix, k: Matrix, [sy, sx]: [number, number] = [1, 1], padding = 0): Matrix {
    const bad = [sy, sx].some((s) => !Number.isInteger(s) || s < 1);
    if (bad || !Number.isInteger(padding) || padding < 0) throw new RangeError('stride or padding');
    const [fy, fx] = [k.length, k[0]?.length ?? 0];
    const oh = Math.floor((x.length + 2 * padding - fy) / sy) + 1;
    const ow = Math.floor((x[0]!.length + 2 * padding - fx) / sx) + 1;
    if (fy < 1 || fx < 1 || oh < 1 || ow < 1) throw new RangeError('kernel');
    const range = (n: number): number[] => [...Array(n).keys()];
    return range(oh).map((i) =>
      range(ow).map((j) =>
        range(fy)
          .flatMap((u) =>
            range(fx).map(
              (v) => k[u]![v]! * (x[i * sy + u - padding]?.[j * sx + v - padding] ?? 0),
            ),
          )
          .reduce((a, b) => a + b, 0),
      ),
    );
  },
  'im2col: patches in rows, then one product'(
    x: Matrix,
    k: Matrix,
    stride: [number, number] = [1, 1],
    padding = 0,
  ): Matrix {
    if (!stride.every((s) => Number.isInteger(s) && s > 0)) throw new Error('stride');
    if (!Number.isInteger(padding) || padding < 0) throw new Error('padding');
    if (!k.length || !k[0]!.length) throw new Error('empty kernel');
    const width = x[0]!.length + 2 * padding;
    const side = Array<number>(padding).fill(0);
    const ring = Array.from({ length: padding }, () => Array<number>(width).fill(0));
    const image = [...ring, ...x.map((row) => side.concat(row, side)), ...ring];
    if (k.length > image.length || k[0]!.length > width) throw new Error('kernel too large');
    const flat = k.flat();
    const map: Matrix = [];
    for (let i = 0; i <= image.length - k.length; i += stride[0]) {
      const patches: Matrix = [];
      for (let j = 0; j <= width - k[0]!.length; j += stride[1]) {
        patches.push(image.slice(i, i + k.length).flatMap((r) => r.slice(j, j + k[0]!.length)));
      }
      map.push(patches.map((patch) => patch.reduce((sum, value, n) => sum + value * flat[n]!, 0)));
    }
    return map;
  },
  'typed array, kernel loops outside'(
    x: Matrix,
    k: Matrix,
    stride: [number, number] = [1, 1],
    padding = 0,
  ): Matrix {
    const [sy, sx] = stride;
    if (Math.min(sy, sx) < 1 || sy % 1 || sx % 1 || padding < 0 || padding % 1) throw Error('args');
    const height = x.length + 2 * padding;
    const width = x[0]!.length + 2 * padding;
    const padded = new Float64Array(height * width);
    x.forEach((row, i) => padded.set(row, (i + padding) * width + padding));
    const rows = 1 + Math.trunc((height - k.length) / sy);
    const cols = 1 + Math.trunc((width - (k[0] ?? []).length) / sx);
    if (k.length > height || (k[0] ?? []).length > width) throw Error('kernel too large');
    if (k.length === 0 || k[0]!.length === 0) throw Error('kernel empty');
    const y = new Float64Array(rows * cols);
    k.forEach((weights, u) =>
      weights.forEach((weight, v) => {
        for (let n = 0; n < y.length; n++) {
          const [i, j] = [Math.floor(n / cols), n % cols];
          y[n]! += weight * padded[(i * sy + u) * width + j * sx + v]!;
        }
      }),
    );
    return Array.from({ length: rows }, (_, i) => [...y.subarray(i * cols, (i + 1) * cols)]);
  },
});

const filterBankAlternatives = attempts('filterBank', {
  functional(x: Image, w: Filters, b: Vector): Image {
    const [h, wide, c] = [x.length, x[0]!.length, x[0]![0]!.length];
    const [fy, fx] = [w.length, w[0]?.length ?? 0];
    if (!fy || !fx || fy > h || fx > wide) throw new RangeError('filter size');
    if (w[0]![0]!.length !== c) throw new RangeError('channels');
    if (w[0]![0]![0]!.length !== b.length) throw new RangeError('bias');
    return x
      .slice(0, h - fy + 1)
      .map((line, i) =>
        line
          .slice(0, wide - fx + 1)
          .map((_, j) =>
            b.map((bias, f) =>
              w.reduce(
                (rows, weightRow, u) =>
                  weightRow.reduce(
                    (cols, weights, v) =>
                      weights.reduce(
                        (sum, each, ch) => sum + each[f]! * x[i + u]![j + v]![ch]!,
                        cols,
                      ),
                    rows,
                  ),
                bias,
              ),
            ),
          ),
      );
  },
  'im2col: a matrix product of patches and filters'(x: Image, w: Filters, b: Vector): Image {
    if (w.length > x.length || (w[0]?.length ?? 0) > x[0]!.length) throw new Error('too large');
    const matrix = w.flat(2); // [fy * fx * c][k]
    if (matrix.length === 0) throw new Error('empty');
    if (w[0]![0]!.length !== x[0]![0]!.length) throw new Error('channels');
    if (matrix[0]!.length !== b.length) throw new Error('biases');
    const [fy, fx] = [w.length, w[0]!.length];
    const y: Image = [];
    for (let i = 0; i <= x.length - fy; i++) {
      const line: Matrix = [];
      for (let j = 0; j <= x[0]!.length - fx; j++) {
        const patch = x.slice(i, i + fy).flatMap((row) => row.slice(j, j + fx).flat());
        const out = [...b];
        patch.forEach((value, n) => matrix[n]!.forEach((weight, f) => (out[f]! += value * weight)));
        line.push(out);
      }
      y.push(line);
    }
    return y;
  },
  'one filter and one channel after the other, into a map begun with the biases'(
    x: Image,
    w: Filters,
    b: Vector,
  ): Image {
    const channels = x[0]![0]!.length;
    if (w.length === 0 || w[0]!.length === 0) throw new TypeError('no filters');
    if (w[0]![0]!.some((perFilter) => perFilter.length !== b.length)) throw new TypeError('biases');
    if (w[0]![0]!.length !== channels) throw new TypeError('channels');
    const rows = x.length - w.length + 1;
    const cols = x[0]!.length - w[0]!.length + 1;
    if (rows <= 0 || cols <= 0) throw new TypeError('filters too large');
    const y = Array.from({ length: rows }, () => Array.from({ length: cols }, () => b.slice()));
    for (let f = 0; f < b.length; f++)
      for (let c = 0; c < channels; c++)
        for (let u = 0; u < w.length; u++)
          for (let v = 0; v < w[0]!.length; v++)
            for (let i = 0; i < rows; i++)
              for (let j = 0; j < cols; j++)
                y[i]![j]![f]! += w[u]![v]![c]![f]! * x[i + u]![j + v]![c]!;
    return y;
  },
});

export const alternativeAnswers = [
  ...conv1dAlternatives,
  ...conv2dAlternatives,
  ...filterBankAlternatives,
];
