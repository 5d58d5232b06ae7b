/**
 * A right maxPoolBackward in pieces that wrong answers exchange, so that each mistake is only the
 * line that is wrong. The reference answer does not use it.
 */
import { times, zerosLike } from '../parts';
import type { MaxPoolBackward, Matrix } from '../types';

/** A cell of a window: where it is in the map, and what it holds. */
export interface Cell {
  row: number;
  col: number;
  value: number;
}

/** Writes into `dx` what one window gives back. Its cells come row by row. */
export type Share = (dx: Matrix, cells: Cell[], gradient: number) => void;

export const outputSize = (length: number, size: number, stride: number): number =>
  Math.floor((length - size) / stride) + 1;

export function refuse(dy: Matrix, x: Matrix, size: number, stride: number): void {
  if (dy.length !== outputSize(x.length, size, stride)) throw new RangeError('rows');
  if (dy[0]!.length !== outputSize(x[0]!.length, size, stride)) throw new RangeError('cols');
}

export const largest = (cells: Cell[]): number => Math.max(...cells.map(({ value }) => value));

/** The cells that win a window, in reading order. */
export const winners = (cells: Cell[]): Cell[] =>
  cells.filter(({ value }) => value === largest(cells));

export const add = (dx: Matrix, { row, col }: Cell, gradient: number): void => {
  dx[row]![col]! += gradient;
};

export const toFirst: Share = (dx, cells, gradient) => add(dx, winners(cells)[0]!, gradient);

/** The cells of x that a window at (top, left) covers; those that do not exist are left out. */
const window = (x: Matrix, size: number, top: number, left: number): Cell[] =>
  times(size, (u) => times(size, (v) => [top + u, left + v] as const))
    .flat()
    .filter(([row, col]) => x[row]?.[col] !== undefined)
    .map(([row, col]) => ({ row, col, value: x[row]![col]! }));

/** A maxPoolBackward of these pieces; each is right where none is given. */
export const poolBackwardOf =
  (pieces: {
    check?: MaxPoolBackward | typeof refuse;
    share?: Share;
    /** How far the windows of an axis lie apart, and how large they are. */
    apart?: (size: number, stride: number) => number;
    size?: (size: number) => number;
  }): MaxPoolBackward =>
  (dy, x, size, stride) => {
    (pieces.check ?? refuse)(dy, x, size, stride);
    const dx = zerosLike(x);
    const step = pieces.apart?.(size, stride) ?? stride;
    const side = pieces.size?.(size) ?? size;
    dy.forEach((row, i) =>
      row.forEach((gradient, j) => {
        const cells = window(x, side, i * step, j * step);
        if (cells.length > 0) (pieces.share ?? toFirst)(dx, cells, gradient);
      }),
    );
    return dx;
  };

export const right: MaxPoolBackward = poolBackwardOf({});

/** A wrong maxPoolBackward that makes something else of the right gradient. */
export const wrong =
  (change: (dx: Matrix, ...args: Parameters<MaxPoolBackward>) => unknown) =>
  (...args: Parameters<MaxPoolBackward>): unknown =>
    change(right(...args), ...args);
