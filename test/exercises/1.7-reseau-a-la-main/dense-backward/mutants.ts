/** Wrong denseBackward answers beyond the known mistakes: subtle ones, dishonest ones. */
import type { AnyFunction } from '../../answer';
import { each, negative, product, sum, transpose, zerosLike } from '../parts';
import type { Matrix } from '../types';
import { cases } from './cases';
import { right, wrong } from './parts';
import { unchecked } from './unchecked';

const remembered: number[] = [];

export const mutants: Record<string, AnyFunction> = {
  ...unchecked,
  'reads w by columns where it is square': wrong((gradients, dy, x, w) => ({
    ...gradients,
    dx: w.length === w[0]!.length ? product(dy, w) : gradients.dx,
  })),
  'transposes dw where it is square': wrong((gradients, dy, x, w) => ({
    ...gradients,
    dw: w.length === w[0]!.length ? transpose(gradients.dw) : gradients.dw,
  })),
  'sums db over the units of an example': wrong((gradients, dy) => ({
    ...gradients,
    db: gradients.db.map((_, j) => sum(dy[j] ?? [])),
  })),
  'averages db over the units': wrong((gradients) => ({
    ...gradients,
    db: each(gradients.db, (value) => value / gradients.db.length),
  })),
  'divides dx by the batch': wrong((gradients, dy) => ({
    ...gradients,
    dx: each(gradients.dx, (value) => value / dy.length),
  })),
  'divides dw by the number of inputs': wrong((gradients, dy, x, w) => ({
    ...gradients,
    dw: each(gradients.dw, (value) => value / w.length),
  })),
  'turns the sign of dx': wrong((gradients) => ({ ...gradients, dx: negative(gradients.dx) })),
  'turns the sign of dw': wrong((gradients) => ({ ...gradients, dw: negative(gradients.dw) })),
  'takes dw off w: the step, not the gradient': wrong((gradients, dy, x, w) => ({
    ...gradients,
    dw: w.map((row, i) => row.map((weight, j) => weight - gradients.dw[i]![j]!)),
  })),
  'knows the first example only': wrong((_gradients, dy, x, w) => {
    const first = right(dy.slice(0, 1), x.slice(0, 1), w);
    return { ...first, dx: x.map((row, e) => (e === 0 ? first.dx[0] : row.map(() => 0))) };
  }),
  'gives all examples the dx of the first': wrong((gradients) => ({
    ...gradients,
    dx: gradients.dx.map(() => gradients.dx[0]),
  })),
  'leaves the last unit out of dx': wrong((gradients, dy, x, w) => ({
    ...gradients,
    dx: right(
      dy.map((row) => row.map((g, j) => (j > 0 && j === row.length - 1 ? 0 : g))),
      x,
      w,
    ).dx,
  })),
  'leaves the last input out of dw': wrong((gradients) => ({
    ...gradients,
    dw: gradients.dw.map((row, i, all) => (i > 0 && i === all.length - 1 ? row.map(() => 0) : row)),
  })),
  'leaves the last example out of db': wrong((gradients, dy) => ({
    ...gradients,
    db: dy.length === 1 ? gradients.db : transpose(dy.slice(0, -1)).map(sum),
  })),
  'reads the batch of dy backwards in dw': wrong((gradients, dy, x) => ({
    ...gradients,
    dw: product(transpose(x), [...dy].reverse()),
  })),
  'drops negative gradients, as a ReLU': wrong((_gradients, dy, x, w) =>
    right(
      each(dy, (g) => Math.max(0, g)),
      x,
      w,
    ),
  ),
  'clips what it gives to ±50': wrong((gradients) =>
    Object.fromEntries(
      Object.entries(gradients).map(([part, value]) => [
        part,
        each(value as Matrix, (number) => Math.max(-50, Math.min(50, number))),
      ]),
    ),
  ),
  'rounds dx to integers': wrong((gradients) => ({
    ...gradients,
    dx: each(gradients.dx, Math.round),
  })),
  'rounds dw to integers': wrong((gradients) => ({
    ...gradients,
    dw: each(gradients.dw, Math.round),
  })),
  'rounds db to integers': wrong((gradients) => ({
    ...gradients,
    db: each(gradients.db, Math.round),
  })),
  'gives zeros': wrong(({ dx, dw, db }) => ({
    dx: zerosLike(dx),
    dw: zerosLike(dw),
    db: zerosLike(db),
  })),
  'gives NaN': wrong(({ dx, dw, db }) => ({
    dx: each(dx, () => NaN),
    dw: each(dw, () => NaN),
    db: each(db, () => NaN),
  })),
  'gives texts': wrong(({ dx, dw, db }) => ({
    dx: each(dx, String),
    dw: each(dw, String),
    db: each(db, String),
  })),
  'gives typed arrays': wrong(({ dx, dw, db }) => ({
    dx: dx.map((row) => Float64Array.from(row)),
    dw: dw.map((row) => Float64Array.from(row)),
    db: Float64Array.from(db),
  })),
  'gives a list of the three': wrong(({ dx, dw, db }) => [dx, dw, db]),
  'calls them by the names of the library': wrong(({ dx, dw, db }) => ({
    dInput: dx,
    dKernel: dw,
    dBias: db,
  })),
  'gives the output too': wrong((gradients, dy, x, w) => ({ ...gradients, y: product(x, w) })),
  'forgets db': wrong(({ dx, dw }) => ({ dx, dw })),
  'gives db as a matrix of one row': wrong((gradients) => ({ ...gradients, db: [gradients.db] })),
  'returns nothing': wrong(() => undefined),
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('denseBackward : à compléter.');
  },
  'knows the public cases by heart': wrong((gradients, ...asked) =>
    cases.some(({ args }) => JSON.stringify(args) === JSON.stringify(asked)) ? gradients : {},
  ),
  'multiplies dy by w in place': wrong((gradients, dy) => {
    dy.forEach((row) => row.forEach((g, j) => (row[j] = 2 * g)));
    return gradients;
  }),
  'writes dx into x': wrong((gradients, dy, x) => {
    x.forEach((row, e) => row.splice(0, row.length, ...gradients.dx[e]!));
    return { ...gradients, dx: structuredClone(x) };
  }),
  'takes a step on w': wrong((gradients, dy, x, w) => {
    w.forEach((row, i) => row.forEach((_, j) => (row[j]! -= 0.1 * gradients.dw[i]![j]!)));
    return gradients;
  }),
  'keeps db from one call to the next': wrong((gradients) => {
    gradients.db.forEach((g, j) => (remembered[j] = (remembered[j] ?? 0) + g));
    return { ...gradients, db: remembered.slice(0, gradients.db.length) };
  }),
};
