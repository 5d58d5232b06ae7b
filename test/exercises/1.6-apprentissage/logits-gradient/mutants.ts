/** Wrong logitsGradient answers beyond the known mistakes: subtle ones, dishonest ones. */
import type { AnyFunction } from '../../answer';
import { largest, oneHotOf, orMessage, refuseLengths, softmax, softmaxOf, sum } from '../parts';
import type { Vector } from '../parts';
import { cases } from './cases';
import { each, lessWanted, right, wrong } from './parts';

const remembered: Vector = [];

const unchecked =
  (check: (z: Vector, p: Vector) => void) =>
  (z: Vector, p: Vector): Vector => {
    check(z, p);
    return softmax(z).map((q, i) => q - (p[i] ?? 0));
  };

export const mutants: Record<string, AnyFunction> = {
  'takes the smallest logit off': each(
    lessWanted,
    softmaxOf((z) => Math.min(...z)),
  ),
  'takes the first logit off': each(
    lessWanted,
    softmaxOf((z) => z[0]!),
  ),
  'begins its search of the largest at 0': each(
    lessWanted,
    softmaxOf((z) => Math.max(0, ...z)),
  ),
  'takes the largest off only when it is above 700': each(
    lessWanted,
    softmaxOf((z) => (largest(z) > 700 ? largest(z) : 0)),
  ),
  'turns NaN into 0': each(
    (q, p) => (Number.isNaN(q) ? 0 : q) - p,
    softmaxOf(() => 0),
  ),
  'clips the logits to ±30': wrong((z, p) =>
    right(
      z.map((logit) => Math.min(30, Math.max(-30, logit))),
      p,
    ),
  ),
  'does not divide the exponentials': each(lessWanted, (z) =>
    z.map((logit) => Math.exp(logit - largest(z))),
  ),
  'takes powers of 2': each(lessWanted, (z) => softmax(z.map((logit) => logit * Math.LN2))),
  'has a temperature of 1.01': wrong((z, p) =>
    right(
      z.map((logit) => logit / 1.01),
      p,
    ),
  ),
  'predicts one class only': each(lessWanted, oneHotOf),
  'leaves the last class without gradient': wrong((z, p) => {
    const gradient = right(z, p);
    return [...gradient.slice(0, -1), 0];
  }),
  'weights the gradient with p': each((q, p) => p * (q - p)),
  'divides by the number of wanted classes': wrong((z, p) => {
    const wanted = p.filter((value) => value > 0).length;
    return right(z, p).map((value) => value / wanted);
  }),
  'takes 1 off wherever p is not 0': each((q, p) => q - Math.ceil(p)),
  'leaves out a p below 0.15': each((q, p) => q - (p < 0.15 ? 0 : p)),
  'multiplies by the sum of the logits': wrong((z, p) => right(z, p).map((v) => v * sum(z))),
  'clips the gradient to ±0.5': each((q, p) => Math.max(-0.5, Math.min(0.5, q - p))),
  'gives the derivative of softmax alone': each((q) => q * (1 - q)),
  'rounds to three decimals': each((q, p) => Number((q - p).toFixed(3))),
  'reads p backwards': wrong((z, p) => right(z, [...p].reverse())),
  'gives the gradient backwards': wrong((z, p) => right(z, p).reverse()),
  'swaps z and p': wrong((z, p) => right(p, z)),
  'knows three classes only': each((q, p, i) => (i < 3 ? q - p : q)),
  'gives the sum of the gradient': wrong((z, p) => sum(right(z, p))),
  'gives zeros': wrong((z) => z.map(() => 0)),
  'gives NaN': wrong((z) => z.map(() => NaN)),
  'gives texts': wrong((z, p) => right(z, p).map(String)),
  'gives a typed array': wrong((z, p) => Float64Array.from(right(z, p))),
  'gives a batch of one': wrong((z, p) => [right(z, p)]),
  'returns nothing': wrong(() => undefined),
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('logitsGradient : à compléter.');
  },
  'knows the public cases by heart': wrong((z, p) =>
    cases.some(({ args }) => JSON.stringify(args) === JSON.stringify([z, p])) ? right(z, p) : [],
  ),
  'takes the largest off z in place': wrong((z, p) => {
    const top = largest(z);
    z.forEach((logit, i) => (z[i] = logit - top));
    return right(z, p);
  }),
  'writes the gradient into z': wrong((z, p) => {
    right(z, p).forEach((value, i) => (z[i] = value));
    return z;
  }),
  'writes the gradient into p': wrong((z, p) => {
    right(z, p).forEach((value, i) => (p[i] = value));
    return [...p];
  }),
  'keeps results from one call to the next': wrong((z, p) => {
    remembered.push(...right(z, p));
    return [...remembered];
  }),
  'takes two empty vectors': unchecked((z, p) => {
    if (z.length !== p.length) throw new RangeError('lengths');
  }),
  'refuses nothing but empty vectors': unchecked((z, p) => {
    if (z.length === 0 || p.length === 0) throw new RangeError('empty');
  }),
  'takes a p that is longer': unchecked((z, p) => {
    if (z.length === 0 || p.length < z.length) throw new RangeError('lengths');
  }),
  'takes a z that is longer': unchecked((z, p) => {
    if (z.length === 0 || p.length > z.length) throw new RangeError('lengths');
  }),
  'refuses a soft label': wrong((z, p) => {
    if (!p.includes(1)) throw new RangeError('one-hot');
    return right(z, p);
  }),
  'refuses a single logit': (z: Vector, p: Vector) => {
    refuseLengths(z, p);
    if (z.length === 1) throw new RangeError('one');
    return right(z, p);
  },
  'returns an error instead of throwing it': orMessage(right),
};
