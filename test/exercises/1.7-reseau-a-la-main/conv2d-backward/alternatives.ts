/** Right answers written otherwise than the reference; they stand alone, as students would write them. */
import type { ConvGradients, Filters, Image } from '../types';
import { byMatrices } from './by-matrices';

export const alternatives = {
  'each number asks who used it: one sum for each number of dx, dw and db'(
    dy: Image,
    x: Image,
    w: Filters,
    [sy, sx]: [number, number] = [1, 1],
    padding = 0,
  ): ConvGradients {
    const [fy, fx] = [w.length, w[0]!.length];
    const rows = Math.floor((x.length + 2 * padding - fy) / sy) + 1;
    const cols = Math.floor((x[0]!.length + 2 * padding - fx) / sx) + 1;
    const k = w[0]![0]![0]!.length;
    if (x[0]![0]!.length !== w[0]![0]!.length) throw new Error('channels');
    if (dy.length !== rows || dy[0]!.length !== cols || dy[0]![0]!.length !== k) {
      throw new Error('dy');
    }
    const total = (term: (i: number, j: number) => number): number => {
      let sum = 0;
      for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) sum += term(i, j);
      return sum;
    };
    return {
      db: w[0]![0]![0]!.map((_, f) => total((i, j) => dy[i]![j]![f]!)),
      dw: w.map((line, u) =>
        line.map((slice, v) =>
          slice.map((weights, c) =>
            weights.map((_, f) =>
              total(
                (i, j) =>
                  dy[i]![j]![f]! * (x[i * sy + u - padding]?.[j * sx + v - padding]?.[c] ?? 0),
              ),
            ),
          ),
        ),
      ),
      dx: x.map((line, row) =>
        line.map((cell, col) =>
          cell.map((_, c) =>
            total((i, j) => {
              const weights = w[row + padding - i * sy]?.[col + padding - j * sx]?.[c] ?? [];
              return weights.reduce((s, weight, f) => s + weight * dy[i]![j]![f]!, 0);
            }),
          ),
        ),
      ),
    };
  },
  'a padded copy of the image, cropped at the end'(
    dy: Image,
    x: Image,
    w: Filters,
    stride: [number, number] = [1, 1],
    padding = 0,
  ): ConvGradients {
    const [height, width, channels] = [x.length, x[0]!.length, x[0]![0]!.length];
    if (w[0]![0]!.length !== channels) throw new RangeError('channels');
    const blank = Array.from({ length: height + 2 * padding }, () =>
      Array.from({ length: width + 2 * padding }, () => Array<number>(channels).fill(0)),
    );
    const big = structuredClone(blank);
    x.forEach((line, row) =>
      line.forEach((cell, col) => (big[row + padding]![col + padding] = [...cell])),
    );
    const dw = structuredClone(w).map((a) => a.map((b) => b.map((c) => c.fill(0))));
    const db = dw[0]![0]![0]!.slice();
    let seen = 0;
    for (let top = 0, i = 0; top + w.length <= big.length; top += stride[0], i++) {
      for (let left = 0, j = 0; left + w[0]!.length <= big[0]!.length; left += stride[1], j++) {
        const g = dy[i]?.[j];
        if (g?.length !== db.length) throw new RangeError('dy is too small');
        seen += g.length;
        g.forEach((value, k) => (db[k]! += value));
        w.forEach((line, u) =>
          line.forEach((slice, v) =>
            slice.forEach((weights, c) =>
              weights.forEach((weight, k) => {
                blank[top + u]![left + v]![c]! += weight * g[k]!;
                dw[u]![v]![c]![k]! += big[top + u]![left + v]![c]! * g[k]!;
              }),
            ),
          ),
        );
      }
    }
    if (seen !== dy.flat(2).length) throw new RangeError('dy is too large');
    const dx = blank
      .slice(padding, padding + height)
      .map((line) => line.slice(padding, padding + width));
    return { dx, dw, db };
  },
  async 'two convolutions: dy spread by the stride, over the image and under the turned kernel; async'(
    dy: Image,
    x: Image,
    w: Filters,
    [strideY, strideX]: [number, number] = [1, 1],
    padding = 0,
  ): Promise<ConvGradients> {
    await Promise.resolve();
    const wanted = [
      Math.floor((x.length + 2 * padding - w.length) / strideY) + 1,
      Math.floor((x[0]!.length + 2 * padding - w[0]!.length) / strideX) + 1,
      w[0]![0]![0]!.length,
    ];
    const found = [dy.length, dy[0]!.length, dy[0]![0]!.length];
    if (String(wanted) !== String(found)) throw new TypeError('dy');
    if (w[0]![0]!.length !== x[0]![0]!.length) throw new TypeError('channels');
    /** The gradient at a place of the map of stride 1; 0 between and outside. */
    const spread = (row: number, col: number, k: number): number =>
      row % strideY === 0 && col % strideX === 0
        ? (dy[row / strideY]?.[col / strideX]?.[k] ?? 0)
        : 0;
    const [fy, fx] = [w.length, w[0]!.length];
    const [tall, broad] = [wanted[0]! * strideY, wanted[1]! * strideX];
    const dw = w.map((line, u) =>
      line.map((slice, v) =>
        slice.map((weights, c) =>
          weights.map((_, k) => {
            let sum = 0;
            for (let row = 0; row < tall; row++) {
              for (let col = 0; col < broad; col++) {
                sum += spread(row, col, k) * (x[row + u - padding]?.[col + v - padding]?.[c] ?? 0);
              }
            }
            return sum;
          }),
        ),
      ),
    );
    const dx = x.map((line, row) =>
      line.map((cell, col) =>
        cell.map((_, c) => {
          let sum = 0;
          for (let u = 0; u < fy; u++) {
            for (let v = 0; v < fx; v++) {
              w[fy - 1 - u]![fx - 1 - v]![c]!.forEach((weight, k) => {
                const [r, s] = [row + padding - (fy - 1) + u, col + padding - (fx - 1) + v];
                if (r >= 0 && s >= 0) sum += weight * spread(r, s, k);
              });
            }
          }
          return sum;
        }),
      ),
    );
    const db = wanted.slice(2).flatMap((k) => Array.from({ length: k }, () => 0));
    dy.flat().forEach((cell) => cell.forEach((g, k) => (db[k]! += g)));
    return { dx, dw, db };
  },
  'im2col: two matrix products, the columns of dx put back': byMatrices,
};
