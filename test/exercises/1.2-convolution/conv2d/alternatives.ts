/**
 * Right answers written otherwise than the reference: the specs must give them all the points.
 *
 * They stand alone, as students would write them, and use nothing of `parts.ts`.
 */
import type { Matrix } from '../types';

export const alternatives = {
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
};
