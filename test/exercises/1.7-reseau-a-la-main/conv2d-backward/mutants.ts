/** Wrong conv2dBackward answers beyond the known mistakes: subtle ones, dishonest ones. */
import type { AnyFunction } from '../../answer';
import { each, negative, orMessage, sum, transpose, zerosLike } from '../parts';
import type { ConvGradients, Image } from '../types';
import { cases } from './cases';
import { cropped } from './cropped';
import { misplaced } from './misplaced';
import { complete, right, wrong } from './parts';
import { unchecked } from './unchecked';

let remembered = 0;

const changed = (change: (gradients: ConvGradients) => Partial<ConvGradients>): AnyFunction =>
  wrong((gradients) => ({ ...gradients, ...change(gradients) }));

/** dy with the numbers of one filter only, or without it. */
const filtered = (dy: Image, keep: (k: number) => boolean): Image =>
  dy.map((line) => line.map((cell) => cell.map((g, k) => (keep(k) ? g : 0))));

export const mutants: Record<string, AnyFunction> = {
  ...cropped,
  ...misplaced,
  ...unchecked,
  'leaves the last filter out of dx': wrong((gradients, dy, ...rest) => {
    const last = dy[0]![0]!.length - 1;
    const dx = right(
      filtered(dy, (k) => last === 0 || k < last),
      ...rest,
    ).dx;
    return { ...gradients, dx };
  }),
  'averages dx over the filters': wrong((gradients, dy) => ({
    ...gradients,
    dx: each(gradients.dx, (value) => value / dy[0]![0]!.length),
  })),
  'gives all channels the dx of the first': changed(({ dx }) => ({
    dx: dx.map((line) => line.map((cell) => cell.map(() => cell[0]!))),
  })),
  'gives all channels the dw of the first': changed(({ dw }) => ({
    dw: dw.map((line) => line.map((slice) => slice.map(() => slice[0]!))),
  })),
  'gives the channels of dx in reverse order': changed(({ dx }) => ({
    dx: dx.map((line) => line.map((cell) => [...cell].reverse())),
  })),
  'gives the filters of dw in reverse order': changed(({ dw }) => ({
    dw: dw.map((line) => line.map((slice) => slice.map((weights) => [...weights].reverse()))),
  })),
  'lays dw filter before channel': changed(({ dw }) => ({
    dw: dw.map((line) => line.map((slice) => transpose(slice))),
  })),
  'gives db in reverse order': changed(({ db }) => ({ db: [...db].reverse() })),
  'takes db of the last position only': wrong((gradients, dy) => ({
    ...gradients,
    db: dy.at(-1)!.at(-1)!,
  })),
  'takes db of the first row only': wrong((gradients, dy) => ({
    ...gradients,
    db: transpose(dy[0]!).map(sum),
  })),
  'adds the padding to db: sums dy as often as the kernel has weights': wrong(
    (gradients, _dy, _x, w) => ({
      ...gradients,
      db: each(gradients.db, (value) => value * w.length * w[0]!.length),
    }),
  ),
  'gives db as one number': changed(({ db }) => ({ db: sum(db) as never })),
  'turns the sign of dx': changed(({ dx }) => ({ dx: negative(dx) })),
  'turns the sign of dw': changed(({ dw }) => ({ dw: negative(dw) })),
  'drops negative gradients, as a ReLU': wrong((_gradients, dy, ...rest) =>
    right(
      each(dy, (g) => Math.max(0, g)),
      ...rest,
    ),
  ),
  'rounds dx': changed(({ dx }) => ({ dx: each(dx, Math.round) })),
  'rounds dw': changed(({ dw }) => ({ dw: each(dw, Math.round) })),
  'clips dx to ±99': changed(({ dx }) => ({
    dx: each(dx, (value) => Math.max(-99, Math.min(99, value))),
  })),
  'gives zeros for dx': changed(({ dx }) => ({ dx: zerosLike(dx) })),
  'gives NaN at the corner of dx': changed(({ dx }) => ({
    dx: dx.map((line, row) => line.map((cell, col) => (row + col === 0 ? [NaN] : cell))),
  })),
  'gives dx in texts': changed(({ dx }) => ({ dx: each(dx, String) })),
  'gives db as a typed array': changed(({ db }) => ({ db: Float64Array.from(db) as never })),
  'gives one channel as a matrix': changed(({ dx }) =>
    dx[0]![0]!.length === 1 ? { dx: dx.map((line) => line.map(([value]) => value)) as never } : {},
  ),
  'gives a list of the three': wrong(({ dx, dw, db }) => [dx, dw, db]),
  'calls them by the names of the library': wrong(({ dx, dw, db }) => ({
    dInput: dx,
    dKernel: dw,
    dBias: db,
  })),
  'knows db only': wrong(({ db }) => ({ db })),
  'knows dw and db only': wrong(({ dw, db }) => ({ dw, db })),
  'returns nothing': wrong(() => undefined),
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('conv2dBackward : à compléter.');
  },
  'knows the public cases by heart': wrong((gradients, ...asked) => {
    const known = cases.some(
      ({ args }) =>
        JSON.stringify(complete(...(args as Parameters<typeof complete>))) ===
        JSON.stringify(asked),
    );
    return known ? gradients : {};
  }),
  'pads x in place': wrong((gradients, _dy, x, _w, _stride, padding) => {
    for (let p = 0; p < padding; p++) x.push(x[0]!.map((cell) => cell.map(() => 0)));
    return gradients;
  }),
  'flips w in place': wrong((gradients, _dy, _x, w) => {
    w.reverse();
    w.forEach((line) => line.reverse());
    return gradients;
  }),
  'spreads dy in place': wrong((gradients, dy) => {
    dy.forEach((line) => line.push(line[0]!.map(() => 0)));
    return gradients;
  }),
  'empties stride': wrong((gradients, _dy, _x, _w, stride) => {
    (stride as number[]).length = 0;
    return gradients;
  }),
  'adds db up from one call to the next': changed(({ db }) => {
    remembered += db[0]!;
    return { db: [remembered, ...db.slice(1)] };
  }),
  'returns an error instead of throwing it': orMessage<Parameters<typeof right>>(right),
};
