/** Right answers written otherwise than the reference; they stand alone, as students would write them. */
import type { AnyFunction } from '../../answer';
import type { Matrix } from '../types';

export const alternatives: Record<string, AnyFunction> = {
  'the maximum first, then where it stands'(
    dy: Matrix,
    x: Matrix,
    size: number,
    stride: number,
  ): Matrix {
    const count = (n: number): number => Math.floor((n - size + stride) / stride);
    if (dy.length !== count(x.length) || dy[0]!.length !== count(x[0]!.length)) {
      throw new Error('dy');
    }
    const dx = Array.from(x, (line) => Array<number>(line.length).fill(0));
    dy.forEach((line, i) =>
      line.forEach((gradient, j) => {
        const rows = x.slice(i * stride, i * stride + size);
        const flat = rows.flatMap((row) => row.slice(j * stride, j * stride + size));
        const place = flat.indexOf(Math.max(...flat));
        dx[i * stride + Math.floor(place / size)]![j * stride + (place % size)]! += gradient;
      }),
    );
    return dx;
  },
  'from the map’s side: each cell asks which windows it won'(
    dy: Matrix,
    x: Matrix,
    size: number,
    stride: number,
  ): Matrix {
    const rows = 1 + Math.trunc((x.length - size) / stride);
    const cols = 1 + Math.trunc((x[0]!.length - size) / stride);
    if (dy.length !== rows || dy.some((line) => line.length !== cols)) throw new RangeError('dy');
    const wins = (row: number, col: number, top: number, left: number): boolean => {
      if (row < top || row >= top + size || col < left || col >= left + size) return false;
      for (let r = top; r < top + size; r++) {
        for (let c = left; c < left + size; c++) {
          const earlier = r < row || (r === row && c < col);
          if (x[r]![c]! > x[row]![col]! || (earlier && x[r]![c] === x[row]![col])) return false;
        }
      }
      return true;
    };
    return x.map((line, row) =>
      line.map((_, col) => {
        let sum = 0;
        for (let i = 0; i < rows; i++) {
          for (let j = 0; j < cols; j++) {
            if (wins(row, col, i * stride, j * stride)) sum += dy[i]![j]!;
          }
        }
        return sum;
      }),
    );
  },
  async 'flat, from the last window and the last cell, >= for the first of ties; async'(
    dy: Matrix,
    x: Matrix,
    size: number,
    stride: number,
  ): Promise<Matrix> {
    await Promise.resolve();
    const [height, width] = [x.length, x[0]!.length];
    const rows = Math.floor((height - size) / stride) + 1;
    const cols = Math.floor((width - size) / stride) + 1;
    if (String([dy.length, dy[0]!.length]) !== String([rows, cols])) throw new TypeError('dy');
    const flat = Float64Array.from(x.flat());
    const sums = new Float64Array(flat.length);
    for (let w = rows * cols - 1; w >= 0; w--) {
      const start = Math.floor(w / cols) * stride * width + (w % cols) * stride;
      let best = -1;
      for (let n = size * size - 1; n >= 0; n--) {
        const at = start + Math.floor(n / size) * width + (n % size);
        if (best < 0 || flat[at]! >= flat[best]!) best = at;
      }
      sums[best]! += dy[Math.floor(w / cols)]![w % cols]!;
    }
    return x.map((_, row) => Array.from(sums.subarray(row * width, (row + 1) * width)));
  },
};
