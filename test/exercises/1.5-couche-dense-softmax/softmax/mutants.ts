/** Wrong softmax answers beyond the known mistakes: subtle ones, dishonest ones. */
import type { AnyFunction } from '../../answer';
import { cases } from './cases';
import { largest, normalised, right, softmaxOf, sum, wrong, type Vector } from './parts';

const remembered: Vector = [];

export const mutants: Record<string, AnyFunction> = {
  'takes 700 off, whatever the logits': softmaxOf(() => 700),
  'takes the sum of the logits off': softmaxOf(sum),
  'takes the largest magnitude off': softmaxOf((z) => Math.max(...z.map(Math.abs))),
  'takes the largest off only when it is above 700: all may vanish far below 0': softmaxOf((z) =>
    largest(z) > 700 ? largest(z) : 0,
  ),
  'begins its search of the largest at 0': softmaxOf((z) => Math.max(0, ...z)),
  'takes the last logit for the largest': softmaxOf((z) => z.at(-1)!),
  'takes the middle of the extremes off': softmaxOf((z) => (largest(z) + Math.min(...z)) / 2),
  'clips the logits to ±500': wrong((z) =>
    right(z.map((logit) => Math.min(500, Math.max(-500, logit)))),
  ),
  'clips the exponent from below at -9': softmaxOf(largest, (x) => Math.exp(Math.max(-9, x))),
  'replaces NaN by 0': wrong((z) => softmaxOf(() => 0)(z).map((p) => (Number.isNaN(p) ? 0 : p))),
  'replaces NaN by equal shares': wrong((z) =>
    softmaxOf(() => 0)(z).map((p) => (Number.isNaN(p) ? 1 / z.length : p)),
  ),
  'adds 1e-3 to the denominator': wrong((z) => {
    const values = z.map((logit) => Math.exp(logit - largest(z)));
    return values.map((value) => value / (sum(values) + 1e-3));
  }),
  'rounds to four decimals': wrong((z) => right(z).map((p) => Number(p.toFixed(4)))),
  'gives texts': wrong((z) => right(z).map((p) => p.toFixed(10))),
  'gives percents': wrong((z) => right(z).map((p) => 100 * p)),
  'sorts the probabilities': wrong((z) => right(z).sort((a, b) => b - a)),
  'gives the probabilities backwards': wrong((z) => right(z).reverse()),
  'gives the largest probability only': wrong((z) => largest(right(z))),
  'leaves the last class what remains, of the others without their sum': wrong((z) => {
    const p = right(z);
    p[p.length - 1] = 1 - p[0]!;
    return p;
  }),
  'squares the logits': wrong((z) => right(z.map((logit) => logit * logit))),
  'has a temperature of 1.01': wrong((z) => right(z.map((logit) => logit / 1.01))),
  'divides logits without sign': wrong((z) => normalised(z.map((logit) => Math.abs(logit) + 1e-9))),
  'knows two or three classes only': wrong((z) =>
    z.length > 4 ? [...right(z.slice(0, 4)), ...z.slice(4).map(() => 0)] : right(z),
  ),
  'gives equal shares': wrong((z) => z.map(() => 1 / z.length)),
  'gives NaN': wrong((z) => z.map(() => NaN)),
  'gives a typed array': wrong((z) => Float64Array.from(right(z))),
  'returns nothing': wrong(() => undefined),
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('softmax : à compléter.');
  },
  'knows the public cases by heart': wrong((z) =>
    cases.some(({ args }) => JSON.stringify(args) === JSON.stringify([z])) ? right(z) : [],
  ),
  'takes the largest off in place': wrong((z) => {
    const top = largest(z);
    z.forEach((logit, i) => (z[i] = logit - top));
    return normalised(z.map(Math.exp));
  }),
  'sorts z to find its largest': wrong((z) => {
    const p = right(z);
    z.sort((a, b) => b - a);
    return p;
  }),
  'returns z itself, rewritten': wrong((z) => {
    right(z).forEach((p, i) => (z[i] = p));
    return z;
  }),
  'keeps results from one call to the next': wrong((z) => {
    remembered.push(...right(z));
    return [...remembered];
  }),
  'gives [NaN] for no logit': (z: Vector) => (z.length === 0 ? [NaN] : right(z)),
  'returns an error instead of throwing it': (z: Vector) => {
    try {
      return right(z);
    } catch (error) {
      return (error as Error).message;
    }
  },
  'refuses a single logit too': (z: Vector) => {
    if (z.length < 2) throw new RangeError('z');
    return right(z);
  },
};
