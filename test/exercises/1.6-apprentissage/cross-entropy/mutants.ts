/** Wrong crossEntropy answers beyond the known mistakes: subtle ones, dishonest ones. */
import type { AnyFunction } from '../../answer';
import { isProbability, largest, orMessage, refuseLengths, sum, type Vector } from '../parts';
import { cases } from './cases';
import { right, sumOf, term, wrong } from './parts';

let remembered = 0;

const unchecked =
  (check: (p: Vector, q: Vector) => void) =>
  (p: Vector, q: Vector): number => {
    check(p, q);
    return sum(p.map((value, i) => term(value, q[i] ?? 1)));
  };

const refuseValues = (...all: Vector[]): void => {
  if (!all.flat().every(isProbability)) throw new RangeError('values');
};

export const mutants: Record<string, AnyFunction> = {
  'turns NaN and infinities into 0': wrong((p, q) => {
    const loss = sum(p.map((value, i) => -value * Math.log(q[i]!)));
    return Number.isFinite(loss) ? loss : 0;
  }),
  'gives the largest number for the infinite': sumOf((p, q) =>
    Math.min(Number.MAX_VALUE, term(p, q)),
  ),
  'gives -Infinity for Infinity': wrong((p, q) =>
    right(p, q) === Infinity ? -Infinity : right(p, q),
  ),
  'gives NaN for Infinity': wrong((p, q) => (right(p, q) === Infinity ? NaN : right(p, q))),
  'throws where the loss is infinite': wrong((p, q) => {
    if (right(p, q) === Infinity) throw new RangeError('infinite');
    return right(p, q);
  }),
  'is infinite as soon as q holds a 0': wrong((p, q) => (q.includes(0) ? Infinity : right(p, q))),
  'adds 1e-7 to q': sumOf((p, q) => term(p, q + 1e-7)),
  'adds 1e-3 to q': sumOf((p, q) => term(p, q + 1e-3)),
  'clips q at 1e-15': sumOf((p, q) => term(p, Math.max(1e-15, q))),
  'takes a q below 1e-9 for 0': sumOf((p, q) => term(p, q < 1e-9 ? 0 : q)),
  'takes a p below 0.15 for 0': sumOf((p, q) => (p < 0.15 ? 0 : term(p, q))),
  'takes the log of 1 + q': sumOf((p, q) => -p * Math.log1p(q)),
  'rounds to three decimals': wrong((p, q) => Number(right(p, q).toFixed(3))),
  'gives a text': wrong((p, q) => right(p, q).toFixed(9)),
  'gives the terms without their sum': wrong((p, q) => p.map((value, i) => term(value, q[i]!))),
  'gives the largest term': wrong((p, q) => largest(p.map((value, i) => term(value, q[i]!)))),
  'forgets the first class': wrong((p, q) => sum(p.map((v, i) => (i === 0 ? 0 : term(v, q[i]!))))),
  'forgets the last class': wrong((p, q) => right([...p.slice(0, -1), 0], q)),
  'knows five classes only': wrong((p, q) => right(p.slice(0, 5), q.slice(0, 5))),
  'stops at the first wanted class': wrong((p, q) => {
    const first = p.findIndex((value) => value > 0);
    return term(p[first]!, q[first]!);
  }),
  'reads q backwards': wrong((p, q) => right(p, [...q].reverse())),
  'squares p': sumOf((p, q) => p * term(p, q)),
  'divides by the number of wanted classes': wrong(
    (p, q) => right(p, q) / p.filter((value) => value > 0).length,
  ),
  'gives the mean of both directions': wrong((p, q) => (right(p, q) + right(q, p)) / 2),
  'gives NaN': wrong(() => NaN),
  'gives Infinity': wrong(() => Infinity),
  'gives 0': wrong(() => 0),
  'returns nothing': wrong(() => undefined),
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('crossEntropy : à compléter.');
  },
  'knows the public cases by heart': wrong((p, q) =>
    cases.some(({ args }) => JSON.stringify(args) === JSON.stringify([p, q])) ? right(p, q) : 0,
  ),
  'clips q in place': wrong((p, q) => {
    const loss = right(p, q);
    q.forEach((value, i) => (q[i] = Math.max(1e-7, value)));
    return loss;
  }),
  'writes the terms into p': wrong((p, q) => {
    p.forEach((value, i) => (p[i] = term(value, q[i]!)));
    return sum(p);
  }),
  'adds to the loss of the call before': wrong((p, q) => (remembered += right(p, q))),
  'refuses nothing but values': unchecked(refuseValues),
  'refuses nothing but lengths': unchecked(refuseLengths),
  'takes two empty vectors': unchecked((p, q) => {
    if (p.length !== q.length) throw new RangeError('lengths');
    refuseValues(p, q);
  }),
  'takes a q that is longer': unchecked((p, q) => {
    if (p.length === 0 || p.length > q.length) throw new RangeError('lengths');
    refuseValues(p, q);
  }),
  'takes a p that is longer': unchecked((p, q) => {
    if (p.length === 0 || p.length < q.length) throw new RangeError('lengths');
    refuseValues(p, q);
  }),
  'checks the values of q only': unchecked((p, q) => {
    refuseLengths(p, q);
    refuseValues(q);
  }),
  'checks the values of p only': unchecked((p, q) => {
    refuseLengths(p, q);
    refuseValues(p);
  }),
  'takes values above 1': unchecked((p, q) => {
    refuseLengths(p, q);
    if (![...p, ...q].every((value) => value >= 0)) throw new RangeError('negative');
  }),
  'takes NaN': unchecked((p, q) => {
    refuseLengths(p, q);
    if ([...p, ...q].some((value) => value < 0 || value > 1)) throw new RangeError('values');
  }),
  'refuses a soft label': wrong((p, q) => {
    if (!p.includes(1)) throw new RangeError('one-hot');
    return right(p, q);
  }),
  'refuses a 0 in q': wrong((p, q) => {
    if (q.includes(0)) throw new RangeError('zero');
    return right(p, q);
  }),
  'returns an error instead of throwing it': orMessage(right),
};
