/**
 * Right answers written otherwise than the reference: the specs must give them all the points.
 *
 * They stand alone, as students would write them, and use nothing of `parts.ts`.
 */
import type { Filters, Image, Matrix, Vector } from '../types';

export const alternatives = {
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
};
