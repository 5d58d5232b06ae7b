/** Wrong answers to numericGradient and relativeError beyond the known mistakes. */
import type { Answer } from '../../answer';
import { orMessage, sum, type Vector } from '../parts';
import { cases } from './cases';
import { errorMutants } from './error-mutants';
import { along, centred, refuseStep, right, wrong, type FunctionOfVector } from './parts';

const remembered: Vector = [];

const inPlace = (restore: (moved: number, h: number, old: number) => number): Answer =>
  wrong((f, x, h) =>
    x.map((old, i) => {
      x[i]! += h;
      const above = f(x);
      x[i]! -= 2 * h;
      const below = f(x);
      x[i] = restore(x[i]!, h, old);
      return (above - below) / (2 * h);
    }),
  );

const withDefault =
  (usual: number) =>
  (f: FunctionOfVector, x: Vector, h = usual): Vector =>
    right(f, x, h);

const gradients: Record<string, Answer> = {
  'puts x back by adding h, to the last bit or nearly': inPlace((moved, h) => moved + h),
  'leaves the last moved value in x': wrong((f, x, h) => {
    const gradient = right(f, x, h);
    x[x.length - 1]! -= h;
    return gradient;
  }),
  'writes the gradient into x': wrong((f, x, h) => {
    right(f, x, h).forEach((value, i) => (x[i] = value));
    return x;
  }),
  'sorts x afterwards': wrong((f, x, h) => {
    const gradient = right(f, x, h);
    x.sort((a, b) => a - b);
    return gradient;
  }),
  'has a default h of 0.001': withDefault(1e-3),
  'has a default h of 1e-13': withDefault(1e-13),
  'has a default h of 1': withDefault(1),
  'halves the step': along((line, x, h) => centred(line, x, h / 2)),
  'doubles the step': along((line, x, h) => centred(line, x, 2 * h)),
  'makes the step relative to x': along((line, x, h) =>
    centred(line, x, h * Math.max(Math.abs(x), 1e-3)),
  ),
  'takes the fourth-order formula': along(
    (line, x, h) => (4 * centred(line, x, h) - centred(line, x, 2 * h)) / 3,
  ),
  'differs on one side at 0': along((line, x, h) =>
    x === 0 ? (line(h) - line(0)) / h : centred(line, x, h),
  ),
  'takes the second derivative': along(
    (line, x, h) => (line(x + h) - 2 * line(x) + line(x - h)) / (h * h),
  ),
  'takes the absolute value': along((line, x, h) => Math.abs(centred(line, x, h))),
  'moves the point to whole numbers': along((line, x, h) => centred(line, Math.round(x), h)),
  'rounds to two decimals': along((line, x, h) => Number(centred(line, x, h).toFixed(2))),
  'forgets the last coordinate': wrong((f, x, h) => right(f, x, h).slice(0, -1)),
  'leaves the last coordinate at 0': wrong((f, x, h) => [...right(f, x, h).slice(0, -1), 0]),
  'gives the gradient backwards': wrong((f, x, h) => right(f, x, h).reverse()),
  'knows three coordinates only': wrong((f, x, h) =>
    right(f, x, h).map((value, i) => (i < 3 ? value : 0)),
  ),
  'norms the gradient': wrong((f, x, h) => {
    const gradient = right(f, x, h);
    const norm = Math.hypot(...gradient) || 1;
    return gradient.map((value) => value / norm);
  }),
  'divides by the number of coordinates': wrong((f, x, h) =>
    right(f, x, h).map((value) => value / x.length),
  ),
  'gives the sum of the gradient': wrong((f, x, h) => sum(right(f, x, h))),
  'gives a typed array': wrong((f, x, h) => Float64Array.from(right(f, x, h))),
  'gives texts': wrong((f, x, h) => right(f, x, h).map(String)),
  'gives zeros': wrong((_, x) => x.map(() => 0)),
  'gives NaN': wrong((_, x) => x.map(() => NaN)),
  'gives the value of f': wrong((f, x) => f(x)),
  'knows the public cases by heart': wrong((f, x, h) =>
    cases.some(({ args }) => JSON.stringify(args[1]) === JSON.stringify(x)) ? right(f, x, h) : [],
  ),
  'keeps results from one call to the next': wrong((f, x, h) => {
    remembered.push(...right(f, x, h));
    return [...remembered];
  }),
  'refuses an h of 0 only': (f: FunctionOfVector, x: Vector, h = 1e-5) => {
    if (h === 0) throw new RangeError('h');
    return along(centred)(f, x, Math.abs(h) || 1);
  },
  'takes an h that is NaN': (f: FunctionOfVector, x: Vector, h = 1e-5) => {
    if (h <= 0) throw new RangeError('h');
    return right(f, x, h || 1);
  },
  'takes h for absent when it is 0': (f: FunctionOfVector, x: Vector, h = 1e-5) =>
    right(f, x, h || 1e-5),
  'refuses an h of 1 and more': (f: FunctionOfVector, x: Vector, h = 1e-5) => {
    refuseStep(1 - h);
    return right(f, x, h);
  },
  'returns an error instead of throwing it': orMessage(right),
};

const nothing = (): undefined => undefined;
const refusal = (): never => {
  throw new RangeError('no');
};
const stub = (): never => {
  throw new Error('numericGradient : à compléter.');
};

export const mutants: Record<string, Answer> = {
  ...gradients,
  ...Object.fromEntries(
    Object.entries(errorMutants).map(([name, relativeError]) => [
      `relativeError: ${name}`,
      { relativeError } as Answer,
    ]),
  ),
  'returns nothing': { numericGradient: nothing, relativeError: nothing },
  'throws at everything': { numericGradient: refusal, relativeError: refusal },
  'is the untouched stub': { numericGradient: stub, relativeError: stub },
};
