/** Right answers written otherwise than the reference; they stand alone, as students would write them. */
import type { AnyFunction } from '../../answer';
import type { Matrix, Mode, Padding } from './types';

export const alternatives: Record<string, AnyFunction> = {
  'four loops and a test on each cell'(
    x: Matrix,
    size: number,
    stride: number,
    mode: Mode,
    padding: Padding = 'valid',
  ): Matrix {
    if (size < 1 || size % 1 !== 0) throw new Error('size');
    if (stride < 1 || stride % 1 !== 0) throw new Error('stride');
    const [h, w] = [x.length, x[0]!.length];
    let [rows, cols, above, before] = [0, 0, 0, 0];
    if (padding === 'same') {
      rows = Math.ceil(h / stride);
      cols = Math.ceil(w / stride);
      above = Math.floor(Math.max(0, (rows - 1) * stride + size - h) / 2);
      before = Math.floor(Math.max(0, (cols - 1) * stride + size - w) / 2);
    } else {
      if (size > h || size > w) throw new Error('window');
      rows = Math.floor((h - size) / stride) + 1;
      cols = Math.floor((w - size) / stride) + 1;
    }
    const y: Matrix = [];
    for (let i = 0; i < rows; i++) {
      y.push([]);
      for (let j = 0; j < cols; j++) {
        let [best, sum, count] = [-Infinity, 0, 0];
        for (let u = 0; u < size; u++) {
          for (let v = 0; v < size; v++) {
            const row = i * stride + u - above;
            const col = j * stride + v - before;
            if (row < 0 || row >= h || col < 0 || col >= w) continue;
            if (x[row]![col]! > best) best = x[row]![col]!;
            sum += x[row]![col]!;
            count++;
          }
        }
        y[i]!.push(mode === 'max' ? best : mode === 'sum' ? sum : sum / count);
      }
    }
    return y;
  },

  'pads with NaN, then filters it out'(
    x: Matrix,
    size: number,
    stride: number,
    mode: Mode,
    padding: Padding = 'valid',
  ): Matrix {
    if (![size, stride].every((n) => Number.isInteger(n) && n > 0)) throw new TypeError('integers');
    const sides = (n: number): [number, number] => {
      if (padding === 'valid') return [0, 0];
      const overlap = n % stride === 0 ? size - stride : size - (n % stride);
      const total = Math.max(overlap, 0);
      return [total >> 1, total - (total >> 1)];
    };
    const [above, below] = sides(x.length);
    const [before, after] = sides(x[0]!.length);
    const blank = (n: number): number[] => Array<number>(n).fill(NaN);
    const width = before + x[0]!.length + after;
    const padded = [
      ...Array.from({ length: above }, () => blank(width)),
      ...x.map((line) => [...blank(before), ...line, ...blank(after)]),
      ...Array.from({ length: below }, () => blank(width)),
    ];
    if (size > padded.length || size > width) throw new RangeError('window');
    const y: Matrix = [];
    for (let top = 0; top + size <= padded.length; top += stride) {
      const line: number[] = [];
      for (let left = 0; left + size <= width; left += stride) {
        const cells = padded
          .slice(top, top + size)
          .flatMap((row) => row.slice(left, left + size))
          .filter((value) => !Number.isNaN(value));
        const sum = cells.reduce((a, b) => a + b);
        line.push({ max: Math.max(...cells), sum, average: sum / cells.length }[mode]);
      }
      y.push(line);
    }
    return y;
  },

  'one axis after the other, the mean as two sums'(
    x: Matrix,
    size: number,
    stride: number,
    mode: Mode,
    padding: Padding = 'valid',
  ): Matrix {
    if (!(size >= 1) || !(stride >= 1)) throw new RangeError('too small');
    if (Math.floor(size) !== size || Math.floor(stride) !== stride) throw new RangeError('integer');
    if (padding !== 'same' && Math.max(size) > Math.min(x.length, x[0]!.length)) {
      throw new RangeError('too large');
    }
    const squeeze = (values: number[], join: (a: number, b: number) => number): number[] => {
      const n = values.length;
      const count =
        padding === 'same' ? Math.ceil(n / stride) : 1 + Math.trunc((n - size) / stride);
      const shift = Math.floor(Math.max(0, stride * (count - 1) + size - n) / 2);
      return [...Array(count).keys()].map((i) => {
        const start = i * stride - (padding === 'same' ? shift : 0);
        return values.filter((_, at) => at >= start && at < start + size).reduce(join);
      });
    };
    const flip = (m: Matrix): Matrix => m[0]!.map((_, col) => m.map((row) => row[col]!));
    const both = (m: Matrix, join: (a: number, b: number) => number): Matrix =>
      flip(flip(m.map((row) => squeeze(row, join))).map((column) => squeeze(column, join)));
    const add = (a: number, b: number): number => a + b;
    if (mode === 'max') return both(x, (a, b) => (a > b ? a : b));
    const sums = both(x, add);
    if (mode === 'sum') return sums;
    const counts = both(
      x.map((row) => row.map(() => 1)),
      add,
    );
    return sums.map((row, i) => row.map((sum, j) => sum / counts[i]![j]!));
  },
};
