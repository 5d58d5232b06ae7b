/**
 * Right answers written otherwise than the reference: the specs must give them all the points.
 *
 * They stand alone, as students would write them, and use nothing of `parts.ts`.
 */
import type { Answer } from '../../answer';
import type { Matrix, Pair } from '../types';

export const alternatives: Record<string, Answer> = {
  'an empty canvas, then the image copied in'(x: Matrix, f: Pair, s: Pair): Matrix {
    if ([f[0], f[1], s[0], s[1]].some((v) => v % 1 !== 0 || !(v >= 1))) throw new Error('f, s');
    const [height, width] = [x.length, x[0]!.length];
    const rest = (size: number, stride: number): number => size % stride || stride;
    // The last window begins where the last, perhaps short, step begins.
    const down = Math.max(f[0] - rest(height, s[0]), 0);
    const across = Math.max(f[1] - rest(width, s[1]), 0);
    const canvas = Array.from({ length: height + down }, () =>
      new Array<number>(width + across).fill(0),
    );
    const [top, left] = [down >> 1, across >> 1];
    for (let i = 0; i < height; i++) {
      for (let j = 0; j < width; j++) canvas[top + i]![left + j] = x[i]![j]!;
    }
    return canvas;
  },
  'zeros added one at a time, the end first'(x: Matrix, f: Pair, s: Pair): Matrix {
    if (![...f, ...s].every((v) => Number.isSafeInteger(v) && v > 0)) throw new TypeError('f, s');
    const y = x.map((line) => [...line]);
    const total = (size: number, axis: 0 | 1): number =>
      (Math.ceil(size / s[axis]) - 1) * s[axis] + f[axis] - size;
    const across = total(x[0]!.length, 1);
    const down = total(x.length, 0);
    for (let n = 0; n < across; n++) {
      for (const line of y) line.splice(n % 2 === 0 ? line.length : 0, 0, 0);
    }
    for (let n = 0; n < down; n++) {
      const blank = y[0]!.map(() => 0);
      y.splice(n % 2 === 0 ? y.length : 0, 0, blank);
    }
    return y;
  },
  'pads one axis, turns, pads the other'(x: Matrix, f: Pair, s: Pair): Matrix {
    const turn = (m: Matrix): Matrix => m[0]!.map((_, j) => m.map((line) => line[j]!));
    const padRows = (m: Matrix, filter: number, stride: number): Matrix => {
      if (!Number.isInteger(filter) || !Number.isInteger(stride)) throw new Error('integers');
      if (filter < 1 || stride < 1) throw new Error('positive');
      const total = Math.floor((m.length - 1) / stride) * stride + filter - m.length;
      if (total <= 0) return m.map((line) => line.slice());
      const blank = (count: number): Matrix =>
        Array.from({ length: count }, () => Array<number>(m[0]!.length).fill(0));
      return blank(Math.floor(total / 2)).concat(m, blank(Math.round(total / 2)));
    };
    return turn(padRows(turn(padRows(x, f[0], s[0])), f[1], s[1]));
  },
};
