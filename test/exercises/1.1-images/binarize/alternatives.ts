/**
 * Right answers written otherwise than the reference: the specs must give them all the points.
 *
 * They stand alone, as students would write them, and use nothing of `parts.ts`.
 */
import type { Answer } from '../../answer';
import type { Matrix } from '../types';

export const alternatives: Record<string, Answer> = {
  'two loops'(m: Matrix, threshold: number): Matrix {
    if (Number.isNaN(threshold)) throw new Error('NaN');
    if (threshold < 0 || threshold > 255) throw new Error('range');
    const binary: Matrix = [];
    for (let y = 0; y < m.length; y++) {
      binary[y] = [];
      for (let x = 0; x < m[y]!.length; x++) {
        if (m[y]![x]! < threshold) binary[y]![x] = 0;
        else binary[y]![x] = 255;
      }
    }
    return binary;
  },
  'arithmetic on a truth value, -0 included'(m: Matrix, threshold: number): Matrix {
    if (!(Math.abs(threshold - 127.5) <= 127.5)) throw new RangeError('threshold');
    return m.map((line) => line.map((value) => -255 * -Number(value >= threshold)));
  },
  'a copy, painted white on black'(m: Matrix, threshold: number): Matrix {
    if (threshold !== Math.min(255, Math.max(0, threshold))) throw new TypeError('threshold');
    const binary = m.map((line) => new Array<number>(line.length).fill(0));
    m.forEach((line, y) =>
      line.forEach((value, x) => {
        if (value > threshold || value === threshold) binary[y]![x] = 255;
      }),
    );
    return binary;
  },
};
