/** Small right pieces that wrong answers are put together from. The reference answers do not use them. */
import type { Block, Dense, Flatten, Matrix, Vector } from './types';

export const times = <T>(length: number, item: (i: number) => T): T[] =>
  Array.from({ length }, (_, i) => item(i));

export const sum = (values: Vector): number => values.reduce((a, b) => a + b, 0);

/** Undefined counts for nothing, as in `?? 0`. */
export const dot = (a: Vector, b: Vector): number => sum(a.map((value, i) => value * (b[i] ?? 0)));

export const transpose = <T>(m: T[][]): T[][] =>
  (m[0] ?? []).map((_, col) => m.map((line) => line[col]!));

export const right: { flatten: Flatten; dense: Dense } = {
  flatten: (v) => v.flat(2),
  dense: (x, w, b) => {
    refuse(x, w, b);
    return w.map((weights, j) => b[j]! + dot(weights, x));
  },
};

/** The strip of [C, H, W], the order of PyTorch. */
export const channelsFirst: Flatten = (v) =>
  v[0]![0]!.flatMap((_, c) => v.flatMap((line) => line.map((cell) => cell[c]!)));

/** The strip of [W, H, C]: down the columns. */
export const columnsFirst: Flatten = (v) => transpose(v).flat(2);

export const rowsOf = (v: Block): number => v.length;

export function refuse(x: Vector, w: Matrix, b: Vector): void {
  if (w.length === 0) throw new RangeError('no neuron');
  if (w[0]!.length !== x.length) throw new RangeError('inputs');
  if (b.length !== w.length) throw new RangeError('biases');
}

/** A wrong dense that refuses what must be refused: `layer` is all there is to read. */
export const wrong =
  (layer: Dense): Dense =>
  (x, w, b) => {
    refuse(x, w, b);
    return layer(x, w, b);
  };

/** Right where the arguments are, after this check only. */
export const checkedBy =
  (check: (x: Vector, w: Matrix, b: Vector) => void): Dense =>
  (x, w, b) => {
    check(x, w, b);
    return w.map((weights, j) => (b[j] ?? 0) + dot(weights, x));
  };
