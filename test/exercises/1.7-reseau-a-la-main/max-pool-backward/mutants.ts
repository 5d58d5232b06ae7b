/** Wrong maxPoolBackward answers beyond the known mistakes: subtle ones, dishonest ones. */
import type { AnyFunction } from '../../answer';
import { each, negative, zerosLike } from '../parts';
import type { Matrix } from '../types';
import { cases } from './cases';
import { add, poolBackwardOf, right, toFirst, winners, wrong } from './parts';
import type { Cell } from './parts';
import { unchecked } from './unchecked';

const remembered: Matrix[] = [];

/** The window's cell that comes first once they are put in this order. */
const firstBy =
  (order: (a: Cell, b: Cell) => number) =>
  (dx: Matrix, cells: Cell[], gradient: number): void =>
    add(dx, [...cells].sort(order)[0]!, gradient);

export const mutants: Record<string, AnyFunction> = {
  ...unchecked,
  'takes the first of ties down the columns': poolBackwardOf({
    share: firstBy((a, b) => b.value - a.value || a.col - b.col || a.row - b.row),
  }),
  'takes the last column of ties in the first row': poolBackwardOf({
    share: firstBy((a, b) => b.value - a.value || a.row - b.row || b.col - a.col),
  }),
  'takes a lower row of ties': poolBackwardOf({
    share: firstBy((a, b) => b.value - a.value || b.row - a.row || a.col - b.col),
  }),
  'gives the gradient to every cell that lies within 1 of the largest': poolBackwardOf({
    share: (dx, cells, gradient) => {
      const top = winners(cells)[0]!.value;
      cells.filter(({ value }) => value > top - 1).forEach((cell) => add(dx, cell, gradient));
    },
  }),
  'looks for the smallest': poolBackwardOf({ share: firstBy((a, b) => a.value - b.value) }),
  'looks for the largest size without its sign': poolBackwardOf({
    share: firstBy((a, b) => Math.abs(b.value) - Math.abs(a.value)),
  }),
  'compares texts': poolBackwardOf({
    share: firstBy((a, b) => (String(b.value) > String(a.value) ? 1 : -1)),
  }),
  'takes the largest of the whole map for every window': wrong((_dx, dy, x) => {
    const top = Math.max(...x.flat());
    const total = dy.flat().reduce((a, b) => a + b, 0);
    let first = true;
    return x.map((line) =>
      line.map((value) => {
        if (value !== top || !first) return 0;
        first = false;
        return total;
      }),
    );
  }),
  'gives equal numbers of a map the same winner': wrong((dx, dy, x) => {
    // x.flat().indexOf(max): the first place of the number in the map, not in the window
    const all = x.flat();
    const moved = zerosLike(x);
    dx.forEach((line, row) =>
      line.forEach((gradient, col) => {
        const place = all.indexOf(x[row]![col]!);
        moved[Math.floor(place / line.length)]![place % line.length]! += gradient;
      }),
    );
    return moved;
  }),
  'keeps the larger of two gradients': poolBackwardOf({
    share: (dx, cells, gradient) => {
      const { row, col } = winners(cells)[0]!;
      dx[row]![col] = Math.max(dx[row]![col]!, gradient);
    },
  }),
  'keeps the first gradient of a cell': poolBackwardOf({
    share: (dx, cells, gradient) => {
      const { row, col } = winners(cells)[0]!;
      dx[row]![col] ||= gradient;
    },
  }),
  'averages the gradients of a cell': wrong((dx, dy, x, size, stride) => {
    const won = right(
      each(dy, () => 1),
      x,
      size,
      stride,
    );
    return dx.map((line, row) => line.map((g, col) => g / Math.max(1, won[row]![col]!)));
  }),
  'lets a cell win once only': poolBackwardOf({
    share: (dx, cells, gradient) => {
      const free = cells.filter(({ row, col }) => dx[row]![col] === 0);
      if (free.length > 0) add(dx, winners(free)[0]!, gradient);
    },
  }),
  'stops negative gradients': wrong((dx) => each(dx, (gradient) => Math.max(0, gradient))),
  'routes negative winners nowhere, as a ReLU': poolBackwardOf({
    share: (dx, cells, gradient) => {
      if (winners(cells)[0]!.value >= 0) toFirst(dx, cells, gradient);
    },
  }),
  'divides by the size of the window': wrong((dx, _dy, _x, size) => each(dx, (g) => g / size ** 2)),
  'turns the sign': wrong((dx) => negative(dx)),
  'knows windows of two cells only': poolBackwardOf({ size: (size) => Math.min(size, 2) }),
  'looks at one cell more on each side': poolBackwardOf({ size: (size) => size + 1 }),
  'looks at one cell less on each side': poolBackwardOf({ size: (size) => Math.max(1, size - 1) }),
  'takes a stride above the window for the window': poolBackwardOf({
    apart: (size, stride) => Math.min(size, stride),
  }),
  'knows square maps only': wrong((dx) => {
    const side = Math.min(dx.length, dx[0]!.length);
    return dx.map((line, row) => line.map((g, col) => (row < side && col < side ? g : 0)));
  }),
  'forgets the last row of windows': wrong((_dx, dy, x, size, stride) =>
    right(
      dy.map((line, i) => (i > 0 && i === dy.length - 1 ? line.map(() => 0) : line)),
      x,
      size,
      stride,
    ),
  ),
  'forgets the last column of windows': wrong((_dx, dy, x, size, stride) =>
    right(
      dy.map((line) => line.map((g, j) => (j > 0 && j === line.length - 1 ? 0 : g))),
      x,
      size,
      stride,
    ),
  ),
  'rounds the gradients': wrong((dx) => each(dx, Math.round)),
  'compares rounded numbers': (dy: Matrix, x: Matrix, size: number, stride: number) =>
    right(dy, each(x, Math.round), size, stride),
  'gives zeros': wrong((dx) => zerosLike(dx)),
  'gives NaN where nothing won': wrong((dx) => each(dx, (g) => (g === 0 ? NaN : g))),
  'gives texts': wrong((dx) => each(dx, String)),
  'gives typed rows': wrong((dx) => dx.map((line) => Float64Array.from(line))),
  'gives one row': wrong((dx) => dx.flat()),
  'gives an object': wrong((dx) => ({ dx })),
  'returns nothing': wrong(() => undefined),
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('maxPoolBackward : à compléter.');
  },
  'knows the public cases by heart': wrong((dx, ...asked) =>
    cases.some(({ args }) => JSON.stringify(args) === JSON.stringify(asked)) ? dx : [],
  ),
  'crosses winners out in x': wrong((dx, _dy, x) => {
    dx.forEach((line, row) => line.forEach((g, col) => g !== 0 && (x[row]![col] = -Infinity)));
    return dx;
  }),
  'writes dx into x': wrong((dx, _dy, x) => {
    x.forEach((line, row) => line.splice(0, line.length, ...dx[row]!));
    return dx;
  }),
  'empties dy as it goes': wrong((dx, dy) => {
    dy.length = 0;
    return dx;
  }),
  'keeps gradients from one call to the next': wrong((dx) => {
    remembered.push(dx);
    return dx.map((line, row) =>
      line.map((_, col) => remembered.reduce((sum, old) => sum + (old[row]?.[col] ?? 0), 0)),
    );
  }),
};
