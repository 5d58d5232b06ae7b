/** A right conv2dBackward as fast libraries write it; it stands alone. */
import type { ConvGradients, Filters, Image } from '../types';

export function byMatrices(
  dy: Image,
  x: Image,
  w: Filters,
  stride: [number, number] = [1, 1],
  padding = 0,
): ConvGradients {
  const [h, wide, c] = [x.length, x[0]!.length, x[0]![0]!.length];
  const [fy, fx, fc, k] = [w.length, w[0]!.length, w[0]![0]!.length, w[0]![0]![0]!.length];
  const rows = Math.floor((h + 2 * padding - fy + stride[0]) / stride[0]);
  const cols = Math.floor((wide + 2 * padding - fx + stride[1]) / stride[1]);
  if (fc !== c || dy.length !== rows) throw new RangeError('shapes');
  if (dy[0]!.length !== cols || dy[0]![0]!.length !== k) throw new RangeError('shapes');
  /** Where in x each entry of each patch comes from; -1 for a zero of the padding. */
  const sources = Array.from({ length: rows * cols }, (_, p) =>
    Array.from({ length: fy * fx * c }, (_, n) => {
      const row = Math.floor(p / cols) * stride[0] + Math.floor(n / (fx * c)) - padding;
      const col = (p % cols) * stride[1] + (Math.floor(n / c) % fx) - padding;
      return row < 0 || row >= h || col < 0 || col >= wide ? -1 : (row * wide + col) * c + (n % c);
    }),
  );
  const [flatX, gradients, matrix] = [x.flat(2), dy.flat(), w.flat(2)];
  const flatDw = matrix.map((line, n) =>
    line.map((_, f) => gradients.reduce((s, g, p) => s + g[f]! * (flatX[sources[p]![n]!] ?? 0), 0)),
  );
  const flatDx = Array<number>(h * wide * c).fill(0);
  gradients.forEach((g, p) =>
    sources[p]!.forEach((source, n) => {
      if (source >= 0) flatDx[source]! += g.reduce((s, v, f) => s + v * matrix[n]![f]!, 0);
    }),
  );
  return {
    dx: x.map((line, i) => line.map((_, j) => flatDx.slice((i * wide + j) * c).slice(0, c))),
    dw: w.map((line, u) => line.map((_, v) => flatDw.slice((u * fx + v) * c).slice(0, c))),
    db: gradients.reduce((s, g) => s.map((v, f) => v + g[f]!)),
  };
}
