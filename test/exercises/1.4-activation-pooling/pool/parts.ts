/**
 * A right pooling in pieces that wrong answers exchange, so that each mistake is only the line that
 * is wrong. The reference answer does not use it.
 */
import type { Matrix, Mode, Padding, Pool } from './types';

/** Where the windows of one axis begin: some before 0, some that end behind the axis. */
export type Starts = (length: number, size: number, stride: number, padding: Padding) => number[];
/** One number for the values of a window; `missing` cells of it do not exist. */
export type Summary = (values: number[], mode: Mode, missing: number) => number;

export const times = <T>(length: number, item: (i: number) => T): T[] =>
  Array.from({ length: Number.isFinite(length) ? Math.max(0, length) : 0 }, (_, i) => item(i));

export const countOf: (...axis: Parameters<Starts>) => number = (length, size, stride, padding) =>
  padding === 'same' ? Math.ceil(length / stride) : Math.floor((length - size) / stride) + 1;

/** How many cells the windows of 'same' lack on an axis. */
export const lacking = (length: number, size: number, stride: number, count: number): number =>
  Math.max(0, (count - 1) * stride + size - length);

/** `share` of the cells that are lacking goes before the axis. */
export const startsBy =
  (share: (missing: number) => number): Starts =>
  (length, size, stride, padding) => {
    const count = countOf(length, size, stride, padding);
    const before = padding === 'same' ? share(lacking(length, size, stride, count)) : 0;
    return times(count, (i) => i * stride - before);
  };

export const starts: Starts = startsBy((missing) => Math.floor(missing / 2));

export const sumOf = (values: number[]): number => values.reduce((sum, value) => sum + value, 0);

export const summary: Summary = (values, mode) => {
  if (mode === 'max') return Math.max(...values);
  return mode === 'sum' ? sumOf(values) : sumOf(values) / values.length;
};

export function refuseNumbers(size: number, stride: number): void {
  if (!Number.isInteger(size) || size < 1) throw new RangeError('size');
  if (!Number.isInteger(stride) || stride < 1) throw new RangeError('stride');
}

export const tooLarge = (x: Matrix, size: number): boolean =>
  size > x.length || size > x[0]!.length;

export const refuse: Check = (x, size, stride, padding) => {
  refuseNumbers(size, stride);
  if (padding === 'valid' && tooLarge(x, size)) throw new RangeError('window');
};

export type Check = (x: Matrix, size: number, stride: number, padding: Padding) => void;

/** A pooling of these pieces; each is right where none is given. */
export const poolOf =
  (pieces: {
    check?: Check;
    rows?: Starts;
    cols?: Starts;
    starts?: Starts;
    summary?: Summary;
  }): Pool =>
  (x, size, stride, mode, padding = 'valid') => {
    (pieces.check ?? refuse)(x, size, stride, padding);
    const rows = pieces.rows ?? pieces.starts ?? starts;
    const cols = pieces.cols ?? pieces.starts ?? starts;
    return rows(x.length, size, stride, padding).map((top) => {
      const lines = x.slice(Math.max(0, top), Math.max(0, top + size));
      return cols(x[0]!.length, size, stride, padding).map((left) => {
        const from = Math.max(0, left);
        const values = lines.flatMap((line) => line.slice(from, Math.max(0, left + size)));
        return (pieces.summary ?? summary)(values, mode, size ** 2 - values.length);
      });
    });
  };

export const right: Pool = poolOf({});

export const transpose = (m: Matrix): Matrix =>
  (m[0] ?? []).map((_, col) => m.map((line) => line[col]!));
