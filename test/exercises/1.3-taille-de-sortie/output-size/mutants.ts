/** Wrong outputSize answers beyond the known mistakes: subtle ones, dishonest ones. */
import type { Answer } from '../../answer';
import { refuseCount, rightSize, wrongSize } from '../parts';
import type { OutputSize } from '../types';
import { cases } from './cases';

/** Right where the arguments are, without the check named. */
const unchecked =
  (bad: (n: number, f: number, s: number, p: number) => boolean): OutputSize =>
  (n, f, stride = 1, padding = 0) => {
    if (bad(n, f, stride, padding)) throw new RangeError('argument');
    return Math.floor((n + 2 * padding - f) / stride) + 1;
  };
const notCount = (value: number, least = 1): boolean => !Number.isInteger(value) || value < least;
const tooLarge = (n: number, f: number, p: number): boolean => f > n + 2 * p;

export const mutants: Record<string, Answer> = {
  'rounds up': wrongSize((n, f, s, p) => Math.ceil((n + 2 * p - f) / s) + 1),
  'rounds each term': wrongSize(
    (n, f, s, p) => Math.floor((n + 2 * p) / s) - Math.floor(f / s) + 1,
  ),
  'divides everything but the padding': wrongSize(
    (n, f, s, p) => Math.floor((n - f) / s) + 2 * p + 1,
  ),
  'takes the padding away': wrongSize((n, f, s, p) =>
    Math.max(1, Math.floor((n - 2 * p - f) / s) + 1),
  ),
  'pads four times': wrongSize((n, f, s, p) => Math.floor((n + 4 * p - f) / s) + 1),
  'takes a padding above 1 for 1': wrongSize((n, f, s, p) =>
    rightSize(n, f, s, (p && Math.min(p, 1)) || 0),
  ),
  'takes a stride above 2 for 2': wrongSize((n, f, s, p) => rightSize(n, f, Math.min(s, 2), p)),
  'knows odd filters only': wrongSize((n, f, s, p) => rightSize(n, f - 1 + (f % 2), s, p)),
  'half the filter on both sides': wrongSize(
    (n, f, s, p) => Math.floor((n + 2 * p - 2 * Math.floor(f / 2) - 1) / s) + 1,
  ),
  'cuts to eight bits': wrongSize((n, f, s, p) => rightSize(n, f, s, p) & 255),
  'never above 64': wrongSize((n, f, s, p) => Math.min(64, rightSize(n, f, s, p))),
  'compares the filter with the input before it is padded': (
    n: number,
    f: number,
    s = 1,
    p = 0,
  ) => {
    if (f > n) throw new RangeError('filter');
    return rightSize(n, f, s, p);
  },
  'swaps stride and padding': (n: number, f: number, s = 1, p = 0) =>
    p === 0 ? rightSize(n, f, s, p) : rightSize(n, f, p, s),
  'wants all four arguments': (n: number, f: number, s: number, p: number) =>
    rightSize(n, f, s + 0, p + 0),
  'gives a string': wrongSize((n, f, s, p) => String(rightSize(n, f, s, p))),
  'gives a list': wrongSize((n, f, s, p) => [rightSize(n, f, s, p)]),
  'gives NaN for everything': wrongSize(() => NaN),
  'gives infinities for everything': wrongSize(() => Infinity),
  'returns nothing': wrongSize(() => undefined),
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('outputSize : à compléter.');
  },
  'knows the public cases by heart': (n: number, f: number, s = 1, p = 0) => {
    const known = cases.some(
      ({ args: [pn, pf, ps = 1, pp = 0] }) => String([pn, pf, ps, pp]) === String([n, f, s, p]),
    );
    return known ? rightSize(n, f, s, p) : 0;
  },
  'refuses no filter': unchecked(
    (n, f, s, p) => [n, f, s].some((v) => notCount(v)) || notCount(p, 0),
  ),
  'takes a filter one too large': unchecked(
    (n, f, s, p) => [n, f, s].some((v) => notCount(v)) || notCount(p, 0) || f > n + 2 * p + 1,
  ),
  'refuses no stride': unchecked(
    (n, f, _s, p) => [n, f].some((v) => notCount(v)) || notCount(p, 0) || tooLarge(n, f, p),
  ),
  'takes a stride of 0': unchecked(
    (n, f, s, p) =>
      [n, f].some((v) => notCount(v)) || notCount(s, 0) || notCount(p, 0) || tooLarge(n, f, p),
  ),
  'takes a stride that is no integer': unchecked(
    (n, f, s, p) => [n, f].some((v) => notCount(v)) || s < 1 || notCount(p, 0) || tooLarge(n, f, p),
  ),
  'refuses no padding': unchecked(
    (n, f, s, p) => [n, f, s].some((v) => notCount(v)) || tooLarge(n, f, p),
  ),
  'takes a padding that is no integer': unchecked(
    (n, f, s, p) => [n, f, s].some((v) => notCount(v)) || p < 0 || tooLarge(n, f, p),
  ),
  'refuses no size': unchecked((n, f, s, p) => notCount(s) || notCount(p, 0) || tooLarge(n, f, p)),
  'takes an empty filter': unchecked(
    (n, f, s, p) =>
      [n, s].some((v) => notCount(v)) || notCount(f, 0) || notCount(p, 0) || tooLarge(n, f, p),
  ),
  'takes an empty input that is padded': unchecked(
    (n, f, s, p) =>
      [f, s].some((v) => notCount(v)) || notCount(n, 0) || notCount(p, 0) || tooLarge(n, f, p),
  ),
  'gives 0 where it should throw': (n: number, f: number, s = 1, p = 0) => {
    try {
      [n, f, s].forEach((value) => refuseCount(value));
      return rightSize(n, f, s, p);
    } catch {
      return 0;
    }
  },
};
