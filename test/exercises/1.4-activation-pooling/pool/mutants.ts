/**
 * Wrong pool answers beyond the known mistakes: subtle ones, dishonest ones.
 *
 * None loops for ever, not even on a stride of 0: they run in the process of the tests.
 */
import type { AnyFunction } from '../../answer';
import { cases } from './cases';
import {
  poolOf,
  refuseNumbers,
  right,
  starts,
  startsBy,
  summary,
  sumOf,
  tooLarge,
  times,
} from './parts';
import type { Matrix, Mode, Pool } from './types';

/** Right, then something done to each value of a mode. */
const then =
  (on: Mode, change: (value: number) => unknown): AnyFunction =>
  (...args: Parameters<Pool>) => {
    const y = right(...args);
    return args[3] === on ? y.map((line) => line.map(change)) : y;
  };

const sloppy = (summarise: (values: number[]) => number, on: Mode): Pool =>
  poolOf({
    summary: (values, mode) => (mode === on ? summarise(values) : summary(values, mode, 0)),
  });

const remembered: Matrix = [];

export const mutants: Record<string, AnyFunction> = {
  'gives the smallest': sloppy((values) => Math.min(...values), 'max'),
  'gives the largest without its sign': sloppy(
    (values) => Math.max(...values.map(Math.abs)),
    'max',
  ),
  'gives the value furthest from 0': sloppy(
    (values) => values.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a)),
    'max',
  ),
  'gives the first cell': sloppy((values) => values[0]!, 'max'),
  'gives the last cell': sloppy((values) => values.at(-1)!, 'max'),
  'begins the maximum at -100': sloppy((values) => Math.max(-100, ...values), 'max'),
  'begins the maximum at Number.MIN_VALUE': sloppy(
    (values) => Math.max(Number.MIN_VALUE, ...values),
    'max',
  ),
  'sorts as texts to find the maximum': sloppy((values) => [...values].sort().at(-1)!, 'max'),
  'rounds the mean': then('average', Math.round),
  'drops the decimals of the mean': then('average', Math.trunc),
  'gives the median for the mean': sloppy(
    (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!,
    'average',
  ),
  'divides the mean by 4 whatever the window': sloppy((values) => sumOf(values) / 4, 'average'),
  'means the rows, then the means': sloppy(
    (values) => (values[0]! + values.at(-1)!) / 2,
    'average',
  ),
  'sums magnitudes': sloppy((values) => sumOf(values.map(Math.abs)), 'sum'),
  'sums the positive values': sloppy((values) => sumOf(values.map((v) => Math.max(0, v))), 'sum'),
  'sum is the mean times F², wrong at the border': poolOf({
    summary: (values, mode, missing) =>
      mode === 'sum'
        ? (sumOf(values) / values.length) * (values.length + missing)
        : summary(values, mode, 0),
  }),
  'never puts its sum back to 0': (
    x: Matrix,
    size: number,
    stride: number,
    mode: Mode,
    padding,
  ) => {
    let total = 0;
    const y = right(x, size, stride, mode, padding);
    return mode === 'sum' ? y.map((line) => line.map((value) => (total += value))) : y;
  },
  'takes windows of two cells only': (x: Matrix, size: number, stride: number, mode, padding) => {
    right(x, size, stride, mode, padding);
    return right(x, Math.min(size, 2), stride, mode, padding);
  },
  'takes a stride above the window for the window': (x: Matrix, size, stride, mode, padding) => {
    right(x, size, stride, mode, padding);
    return right(x, size, Math.min(stride, size), mode, padding);
  },
  'begins one cell late': poolOf({ rows: (...axis) => starts(...axis).map((start) => start + 1) }),
  'steps in the height only': poolOf({
    cols: (length, size, _stride, padding) => starts(length, size, 1, padding),
  }),
  'steps in the width only': poolOf({
    rows: (length, size, _stride, padding) => starts(length, size, 1, padding),
  }),
  'gives as many columns as rows': (...args: Parameters<Pool>) => {
    const y = right(...args);
    return y.map((line) => times(y.length, (col) => line[col] ?? line.at(-1)!));
  },
  'rounds the number of windows to the nearest': poolOf({
    starts: (length, size, stride, padding) =>
      padding === 'same'
        ? starts(length, size, stride, padding)
        : times(Math.round((length - size) / stride) + 1, (i) => i * stride),
  }),
  'rounds down with same': poolOf({
    starts: (length, size, stride, padding) => {
      const all = starts(length, size, stride, padding);
      return padding === 'same' ? all.slice(0, Math.max(1, Math.floor(length / stride))) : all;
    },
  }),
  'same pads F - 1 cells whatever the stride': poolOf({
    starts: (length, size, stride, padding) => {
      const before = padding === 'same' ? Math.floor((size - 1) / 2) : 0;
      return starts(length, size, stride, padding).map((_, i) => i * stride - before);
    },
  }),
  'same computes what is lacking from the rows for both axes': ((
    x: Matrix,
    size,
    stride,
    mode,
    padding,
  ) => {
    const shared = starts(x.length, size, stride, padding ?? 'valid')[0]!;
    return poolOf({
      cols: (...axis) => starts(...axis).map((_, i) => i * stride + shared),
    })(x, size, stride, mode, padding);
  }) satisfies Pool,
  'same lets what is lacking be negative': poolOf({
    starts: (length, size, stride, padding) => {
      const count = Math.ceil(length / stride);
      if (padding === 'valid') return starts(length, size, stride, padding);
      const missing = (count - 1) * stride + size - length;
      return times(count, (i) => i * stride - Math.floor(missing / 2));
    },
  }),
  'same pads all before': poolOf({ starts: startsBy((missing) => missing) }),
  'same refuses a window larger than the map': (...args: Parameters<Pool>) => {
    if (tooLarge(args[0], args[1])) throw new RangeError('window');
    return right(...args);
  },
  'always same': (x: Matrix, size, stride, mode, padding) => {
    right(x, size, stride, mode, padding);
    return right(x, size, stride, mode, 'same');
  },
  'gives one flat list': (...args: Parameters<Pool>) => right(...args).flat(),
  'gives strings': (...args: Parameters<Pool>) => right(...args).map((line) => line.map(String)),
  'gives typed rows': (...args: Parameters<Pool>) =>
    right(...args).map((line) => Float64Array.from(line)),
  'gives NaN for everything': (...args: Parameters<Pool>) =>
    right(...args).map((line) => line.map(() => NaN)),
  'gives infinities for everything': (...args: Parameters<Pool>) =>
    right(...args).map((line) => line.map(() => Infinity)),
  'returns nothing': (...args: Parameters<Pool>) => {
    right(...args);
  },
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('pool : à compléter.');
  },
  'knows the public cases by heart': (...args: Parameters<Pool>) => {
    const asked = JSON.stringify(args);
    return cases.some((each) => JSON.stringify(each.args) === asked) ? right(...args) : [];
  },
  'sorts the rows of x in place': (...args: Parameters<Pool>) => {
    const y = right(...args);
    for (const line of args[0]) line.sort((a, b) => a - b);
    return y;
  },
  'cuts x in place': (...args: Parameters<Pool>) => {
    const y = right(...args);
    args[0].length = y.length;
    return y;
  },
  'surrounds x in place with same': (x: Matrix, size, stride, mode, padding) => {
    const y = right(x, size, stride, mode, padding);
    if (padding === 'same') x.push(x[0]!.map(() => 0));
    return y;
  },
  'keeps results from one call to the next': (...args: Parameters<Pool>) => {
    remembered.push(...right(...args));
    return [...remembered];
  },
  'refuses no stride': poolOf({
    check: (x, size, _stride, padding) => {
      refuseNumbers(size, 1);
      if (padding === 'valid' && tooLarge(x, size)) throw new RangeError('window');
    },
  }),
  'refuses a stride below 1 but takes 1.5': poolOf({
    check: (x, size, stride, padding) => {
      refuseNumbers(size, 1);
      if (stride < 1) throw new RangeError('stride');
      if (padding === 'valid' && tooLarge(x, size)) throw new RangeError('window');
    },
  }),
  'refuses no size': poolOf({
    check: (x, size, stride, padding) => {
      refuseNumbers(1, stride);
      if (padding === 'valid' && tooLarge(x, size)) throw new RangeError('window');
    },
  }),
  'takes a size of 0': poolOf({
    check: (x, size, stride, padding) => {
      refuseNumbers(size === 0 ? 1 : size, stride);
      if (padding === 'valid' && tooLarge(x, size)) throw new RangeError('window');
    },
  }),
  'takes a size of 1.5': poolOf({
    check: (x, size, stride, padding) => {
      refuseNumbers(size < 1 ? size : Math.ceil(size), stride);
      if (padding === 'valid' && tooLarge(x, size)) throw new RangeError('window');
    },
  }),
  'takes any window': poolOf({ check: (_x, size, stride) => refuseNumbers(size, stride) }),
  'checks the height of the window only': poolOf({
    check: (x, size, stride, padding) => {
      refuseNumbers(size, stride);
      if (padding === 'valid' && size > x.length) throw new RangeError('window');
    },
  }),
  'checks the width of the window only': poolOf({
    check: (x, size, stride, padding) => {
      refuseNumbers(size, stride);
      if (padding === 'valid' && size > x[0]!.length) throw new RangeError('window');
    },
  }),
  'refuses a window as large as the map': (...args: Parameters<Pool>) => {
    const [x, size] = args;
    if (size >= x.length || size >= x[0]!.length) throw new RangeError('window');
    return right(...args);
  },
  'gives an empty list where it should throw': (...args: Parameters<Pool>) => {
    try {
      return right(...args);
    } catch {
      return [];
    }
  },
  'returns an error instead of throwing it': (...args: Parameters<Pool>) => {
    try {
      return right(...args);
    } catch (error) {
      return (error as Error).message;
    }
  },
};
