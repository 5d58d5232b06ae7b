/** Wrong padSame answers beyond the known mistakes: subtle ones, dishonest ones. */
import type { Answer } from '../../answer';
import { refuseCount, rightPad, sameShare, surround, wrongPad, wrongShare } from '../parts';
import type { Matrix, PadSame, Pair } from '../types';
import { cases } from './cases';

/** Right where the arguments are, with another check of the four numbers. */
const unchecked =
  (bad: (f: Pair, s: Pair) => boolean): PadSame =>
  (x, f, s) => {
    if (bad(f, s)) throw new RangeError('argument');
    const share = (size: number, axis: 0 | 1): Pair =>
      sameShare(size, f[axis], s[axis]).map((n) => (n >= 0 ? Math.ceil(n) : 0)) as Pair;
    return surround(x, share(x.length, 0), share(x[0]!.length, 1));
  };
const notCount = (value: number): boolean => !Number.isInteger(value) || value < 1;

export const mutants: Record<string, Answer> = {
  'crops where the total is negative': wrongPad((x, [fy, fx], [sy, sx]) => {
    const need = (size: number, f: number, s: number): number => (Math.ceil(size / s) - 1) * s + f;
    const cut = x.slice(0, need(x.length, fy, sy));
    const width = need(x[0]!.length, fx, sx);
    return rightPad(
      cut.map((line) => line.slice(0, width)),
      [fy, fx],
      [sy, sx],
    );
  }),
  'the odd row above, the odd column right': wrongPad((x, [fy, fx], [sy, sx]) => {
    const [top, bottom] = sameShare(x.length, fy, sy);
    return surround(x, [bottom, top], sameShare(x[0]!.length, fx, sx));
  }),
  'the odd row below, the odd column left': wrongPad((x, [fy, fx], [sy, sx]) => {
    const [left, right] = sameShare(x[0]!.length, fx, sx);
    return surround(x, sameShare(x.length, fy, sy), [right, left]);
  }),
  'no rows, columns only': wrongPad((x, [, fx], [, sx]) =>
    surround(x, [0, 0], sameShare(x[0]!.length, fx, sx)),
  ),
  'no columns, rows only': wrongPad((x, [fy], [sy]) =>
    surround(x, sameShare(x.length, fy, sy), [0, 0]),
  ),
  'half the filter on both sides': wrongShare((_size, f) => [Math.floor(f / 2), Math.floor(f / 2)]),
  'forgets the minus one': wrongShare((size, f, s) => {
    const total = Math.max(0, Math.ceil(size / s) * s + f - size);
    return [Math.floor(total / 2), Math.ceil(total / 2)];
  }),
  'pads to a multiple of the stride': wrongShare((size, _f, s) => [0, (s - (size % s)) % s]),
  'swaps the strides': wrongPad((x, f, [sy, sx]) => rightPad(x, f, [sx, sy])),
  'swaps the filter': wrongPad((x, [fy, fx], s) => rightPad(x, [fx, fy], s)),
  'takes the vertical stride for both': wrongPad((x, f, [sy]) => rightPad(x, f, [sy, sy])),
  'knows square filters only': wrongPad((x, [fy], s) => rightPad(x, [fy, fy], s)),
  'at most two zeros': wrongShare((size, f, s) => {
    const [before, after] = sameShare(size, f, s);
    return [Math.min(1, before), Math.min(1, after)];
  }),
  'the size of valid': wrongShare((size, f, s) => {
    const total = Math.max(0, (Math.floor((size - f) / s) + 1) * s + f - size);
    return [Math.floor(total / 2), Math.ceil(total / 2)];
  }),
  'refuses a filter larger than the image': (x: Matrix, f: Pair, s: Pair) => {
    if (f[0] > x.length || f[1] > x[0]!.length) throw new RangeError('filter');
    return rightPad(x, f, s);
  },
  'ones instead of zeros': wrongPad((x, f, s) => {
    const mask = rightPad(
      x.map((line) => line.map(() => 1)),
      f,
      s,
    );
    const y = rightPad(x, f, s);
    return y.map((line, i) => line.map((value, j) => (mask[i]![j] ? value : 1)));
  }),
  'gives strings': (x: Matrix, f: Pair, s: Pair) => rightPad(x, f, s).map((l) => l.map(String)),
  'rows as typed arrays': (x: Matrix, f: Pair, s: Pair) =>
    rightPad(x, f, s).map((line) => Float64Array.from(line)),
  'rounds the values': (x: Matrix, f: Pair, s: Pair) =>
    rightPad(x, f, s).map((line) => line.map(Math.round)),
  'gives NaN for everything': (x: Matrix, f: Pair, s: Pair) =>
    rightPad(x, f, s).map((line) => line.map(() => NaN)),
  'gives infinities for everything': (x: Matrix, f: Pair, s: Pair) =>
    rightPad(x, f, s).map((line) => line.map(() => Infinity)),
  'returns nothing': (x: Matrix, f: Pair, s: Pair) => {
    rightPad(x, f, s);
  },
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('padSame : à compléter.');
  },
  'knows the public cases by heart': (x: Matrix, f: Pair, s: Pair) => {
    const asked = JSON.stringify([x, f, s]);
    return cases.some(({ args }) => JSON.stringify(args) === asked) ? rightPad(x, f, s) : [];
  },
  'pads x in place': (x: Matrix, f: Pair, s: Pair) => {
    const y = rightPad(x, f, s);
    x.splice(0, x.length, ...y);
    return y;
  },
  'leaves f reversed': (x: Matrix, f: Pair, s: Pair) => {
    const y = rightPad(x, f, s);
    f.reverse();
    return y;
  },
  'refuses no filter': unchecked((_f, s) => s.some(notCount)),
  'refuses no stride': unchecked((f) => f.some(notCount)),
  'checks the heights only': unchecked(([fy], [sy]) => notCount(fy) || notCount(sy)),
  'takes a filter that is no integer': unchecked(
    (f, s) => f.some((value) => value < 1) || s.some(notCount),
  ),
  'takes a stride that is no integer': unchecked(
    (f, s) => f.some(notCount) || s.some((value) => value < 1),
  ),
  'gives x back where it should throw': (x: Matrix, f: Pair, s: Pair) => {
    try {
      [...f, ...s].forEach((value) => refuseCount(value));
    } catch {
      return x;
    }
    return rightPad(x, f, s);
  },
};
