/**
 * Wrong conv1d answers beyond the known mistakes: subtle ones, dishonest ones.
 *
 * None loops for ever, not even on a stride of 0: they run in the process of the tests.
 */
import {
  dot,
  pad1d,
  positions,
  refuse1d,
  refusePadding,
  refuseStep,
  slide1d,
  times,
} from '../parts';
import { cases } from './cases';
import type { Conv1d, Vector } from '../types';

const right: Conv1d = (x, k, stride = 1, padding = 0) => {
  refuse1d(x, k, stride, padding);
  return slide1d(pad1d(x, padding), k, stride);
};

/** Right where the arguments are, without the check named. */
const unchecked =
  (check: (x: Vector, k: Vector, stride: number, padding: number) => void): Conv1d =>
  (x, k, stride = 1, padding = 0) => {
    check(x, k, stride, padding);
    return slide1d(pad1d(x, padding), k, stride);
  };

const tooLong = (x: Vector, k: Vector, padding: number): boolean =>
  k.length === 0 || k.length > x.length + 2 * padding;

const remembered: Vector = [];

export const mutants = {
  'rounds the number of windows up': (x: Vector, k: Vector, stride = 1, padding = 0) => {
    refuse1d(x, k, stride, padding);
    const padded = pad1d(x, padding);
    const count = Math.ceil((padded.length - k.length) / stride) + 1;
    return times(count, (i) => k.reduce((s, w, j) => s + w * (padded[i * stride + j] ?? 0), 0));
  },
  'rounds the number of windows to the nearest': (
    x: Vector,
    k: Vector,
    stride = 1,
    padding = 0,
  ) => {
    refuse1d(x, k, stride, padding);
    const padded = pad1d(x, padding);
    const count = Math.round((padded.length - k.length) / stride) + 1;
    return times(count, (i) => k.reduce((s, w, j) => s + w * (padded[i * stride + j] ?? 0), 0));
  },
  'counts the padding once in the number of windows': (
    x: Vector,
    k: Vector,
    stride = 1,
    padding = 0,
  ) => {
    refuse1d(x, k, stride, padding);
    const padded = pad1d(x, padding);
    const count = positions(x.length + padding, k.length, stride);
    return times(count, (i) => dot(k, padded.slice(i * stride, i * stride + k.length)));
  },
  'starts the windows one value late': (x: Vector, k: Vector, stride = 1, padding = 0) =>
    right(x.slice(1), k, stride, padding),
  'adds the windows up: the sum is never put back to 0': (
    x: Vector,
    k: Vector,
    stride = 1,
    padding = 0,
  ) => {
    let sum = 0;
    return right(x, k, stride, padding).map((value) => (sum += value));
  },
  'rounds the values to integers': (x: Vector, k: Vector, stride = 1, padding = 0) =>
    right(x, k, stride, padding).map(Math.round),
  'drops negative values': (x: Vector, k: Vector, stride = 1, padding = 0) =>
    right(x, k, stride, padding).map((value) => Math.max(0, value)),
  'divides by the sum of the weights': (x: Vector, k: Vector, stride = 1, padding = 0) => {
    const total = k.reduce((sum, weight) => sum + Math.abs(weight), 0);
    return right(x, k, stride, padding).map((value) => value / (total || 1));
  },
  'knows kernels of three weights only': (x: Vector, k: Vector, stride = 1, padding = 0) => {
    right(x, k, stride, padding);
    return slide1d(pad1d(x, padding), [k[0]!, k[1] ?? 0, k[2] ?? 0], stride);
  },
  'leaves the last weight out when the kernel is even': (
    x: Vector,
    k: Vector,
    stride = 1,
    padding = 0,
  ) => right(x, k.length % 2 ? k : [...k.slice(0, -1), 0], stride, padding),
  'takes a stride above 2 for 2': (x: Vector, k: Vector, stride = 1, padding = 0) =>
    right(x, k, stride > 2 ? 2 : stride, padding),
  'pads by one whatever is asked': (x: Vector, k: Vector, stride = 1, padding = 0) => {
    right(x, k, stride, padding);
    return slide1d(pad1d(x, Math.min(padding, 1)), k, stride);
  },
  'mirrors x at its ends instead of zeros': (x: Vector, k: Vector, stride = 1, padding = 0) => {
    refuse1d(x, k, stride, padding);
    const before = times(padding, (i) => x[padding - i] ?? 0);
    const after = times(padding, (i) => x[x.length - 2 - i] ?? 0);
    return slide1d([...before, ...x, ...after], k, stride);
  },
  'compares the kernel with x before it is padded': (
    x: Vector,
    k: Vector,
    stride = 1,
    padding = 0,
  ) => {
    if (k.length > x.length) throw new RangeError('kernel');
    return right(x, k, stride, padding);
  },
  'skips the first window when it pads': (x: Vector, k: Vector, stride = 1, padding = 0) =>
    padding > 0 ? right(x, k, stride, padding).slice(1) : right(x, k, stride, padding),
  'gives strings': (x: Vector, k: Vector, stride = 1, padding = 0) =>
    right(x, k, stride, padding).map(String),
  'gives a typed array': (x: Vector, k: Vector, stride = 1, padding = 0) =>
    Float64Array.from(right(x, k, stride, padding)),
  'gives NaN for everything': (x: Vector, k: Vector, stride = 1, padding = 0) =>
    right(x, k, stride, padding).map(() => NaN),
  'gives infinities for everything': (x: Vector, k: Vector, stride = 1, padding = 0) =>
    right(x, k, stride, padding).map(() => Infinity),
  'returns nothing': (x: Vector, k: Vector, stride = 1, padding = 0) => {
    right(x, k, stride, padding);
  },
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('conv1d : à compléter.');
  },
  'knows the public cases by heart': (x: Vector, k: Vector, stride = 1, padding = 0) => {
    const asked = JSON.stringify([x, k, stride, padding]);
    const known = cases.some(
      ({ args: [px, pk, ps = 1, pp = 0] }) => JSON.stringify([px, pk, ps, pp]) === asked,
    );
    return known ? right(x, k, stride, padding) : [];
  },
  'pads x in place': (x: Vector, k: Vector, stride = 1, padding = 0) => {
    refuse1d(x, k, stride, padding);
    for (let i = 0; i < padding; i++) {
      x.unshift(0);
      x.push(0);
    }
    return slide1d(x, k, stride);
  },
  'leaves k reversed': (x: Vector, k: Vector, stride = 1, padding = 0) => {
    const y = right(x, k, stride, padding);
    k.reverse();
    return y;
  },
  'keeps results from one call to the next': (x: Vector, k: Vector, stride = 1, padding = 0) => {
    remembered.push(...right(x, k, stride, padding));
    return [...remembered];
  },
  'refuses no stride': unchecked((x, k, _stride, padding) => {
    refusePadding(padding);
    if (tooLong(x, k, padding)) throw new RangeError('kernel');
  }),
  'refuses a stride below 1 but takes 1.5': unchecked((x, k, stride, padding) => {
    if (stride < 1) throw new RangeError('stride');
    refusePadding(padding);
    if (tooLong(x, k, padding)) throw new RangeError('kernel');
  }),
  'refuses a negative stride but takes 0': unchecked((x, k, stride, padding) => {
    if (!Number.isInteger(stride) || stride < 0) throw new RangeError('stride');
    refusePadding(padding);
    if (tooLong(x, k, padding)) throw new RangeError('kernel');
  }),
  'refuses no padding': unchecked((x, k, stride, padding) => {
    refuseStep(stride);
    if (tooLong(x, k, Math.max(0, padding))) throw new RangeError('kernel');
  }),
  'takes a padding that is no integer': unchecked((x, k, stride, padding) => {
    refuseStep(stride);
    if (padding < 0 || tooLong(x, k, padding)) throw new RangeError('padding or kernel');
  }),
  'refuses no kernel': unchecked((_x, _k, stride, padding) => {
    refuseStep(stride);
    refusePadding(padding);
  }),
  'takes a kernel one weight too long': unchecked((x, k, stride, padding) => {
    refuseStep(stride);
    refusePadding(padding);
    if (k.length === 0 || k.length > x.length + 2 * padding + 1) throw new RangeError('kernel');
  }),
  'takes an empty kernel': unchecked((x, k, stride, padding) => {
    refuseStep(stride);
    refusePadding(padding);
    if (k.length > x.length + 2 * padding) throw new RangeError('kernel');
  }),
  'returns an error instead of throwing it': (x: Vector, k: Vector, stride = 1, padding = 0) => {
    try {
      return right(x, k, stride, padding);
    } catch (error) {
      return (error as Error).message;
    }
  },
  'gives an empty list where it should throw': (x: Vector, k: Vector, stride = 1, padding = 0) => {
    try {
      return right(x, k, stride, padding);
    } catch {
      return [];
    }
  },
};
