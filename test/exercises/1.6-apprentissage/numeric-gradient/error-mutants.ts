/** Wrong relativeErrors beyond the known mistakes, by what is wrong with them. */
import type { AnyFunction } from '../../answer';
import { largest, refuseLengths, type Vector } from '../parts';
import { comparing, gapsOf, ratioOf, rightError, sizeOf } from './parts';

const unchecked =
  (check: (a: Vector, b: Vector) => void) =>
  (a: Vector, b: Vector): unknown => {
    check(a, b);
    if (a.length === 0 || a.length !== b.length) return 0;
    return rightError(a, b);
  };

export const errorMutants: Record<string, AnyFunction> = {
  'relative to a alone': ratioOf((gaps, a) => largest(gaps) / (sizeOf(a) || 1)),
  'relative to b alone': ratioOf((gaps, _, b) => largest(gaps) / (sizeOf(b) || 1)),
  'relative to 1 at least': ratioOf((gaps, a, b) => largest(gaps) / Math.max(1, sizeOf(a, b))),
  'relative to a size with 1e-3 added': ratioOf(
    (gaps, a, b) => largest(gaps) / (sizeOf(a, b) + 1e-3),
  ),
  'by lengths, not by the largest': ratioOf(
    (gaps, a, b) => Math.hypot(...gaps) / Math.hypot(...a, ...b),
  ),
  'by the smallest gap': ratioOf((gaps, a, b) => Math.min(...gaps) / sizeOf(a, b)),
  'by the gap of the largest numbers': ratioOf(
    (_, a, b) => Math.abs(sizeOf(a) - sizeOf(b)) / sizeOf(a, b),
  ),
  'by the first coordinate': ratioOf((gaps, a, b) => gaps[0]! / sizeOf(a, b)),
  'without the last coordinate': ratioOf(
    (gaps, a, b) => largest([0, ...gaps.slice(0, -1)]) / sizeOf(a, b),
  ),
  'as a percentage': ratioOf((gaps, a, b) => (100 * largest(gaps)) / sizeOf(a, b)),
  'rounded to three decimals': ratioOf((gaps, a, b) =>
    Number((largest(gaps) / sizeOf(a, b)).toFixed(3)),
  ),
  'as a yes or no': ratioOf((gaps, a, b) => largest(gaps) / sizeOf(a, b) < 1e-6),
  '1 for two zero gradients': (a: Vector, b: Vector) =>
    [...a, ...b].every((value) => value === 0) ? 1 : rightError(a, b),
  '0 as soon as one gradient is zero': (a: Vector, b: Vector) =>
    b.every((value) => value === 0) && a.length === b.length ? 0 : rightError(a, b),
  'Infinity for a NaN in b only': comparing((a, b) =>
    a.some(Number.isNaN) ? 0 : rightError(a, b),
  ),
  'Infinity for NaN, not for infinities': comparing((a, b) =>
    [...a, ...b].some((value) => Math.abs(value) === Infinity) ? 1 : rightError(a, b),
  ),
  '0 for two equal infinities': comparing((a, b) =>
    a.every((value, i) => value === b[i]) ? 0 : rightError(a, b),
  ),
  'NaN throughout': comparing(() => NaN),
  'sorted in place': comparing((a, b) => {
    const error = rightError(a, b);
    a.sort((u, v) => u - v);
    return error;
  }),
  'the gaps left in b': comparing((a, b) => {
    const error = rightError(a, b);
    gapsOf(a, b).forEach((gap, i) => (b[i] = gap));
    return error;
  }),
  'two empty vectors taken': unchecked((a, b) => {
    if (a.length !== b.length) throw new RangeError('lengths');
  }),
  'a longer b taken': unchecked((a, b) => {
    if (a.length === 0 || b.length < a.length) throw new RangeError('lengths');
  }),
  'a longer a taken': unchecked((a, b) => {
    if (a.length === 0 || a.length < b.length) throw new RangeError('lengths');
  }),
  'one coordinate refused': (a: Vector, b: Vector) => {
    refuseLengths(a, b);
    if (a.length === 1) throw new RangeError('one');
    return rightError(a, b);
  },
};
