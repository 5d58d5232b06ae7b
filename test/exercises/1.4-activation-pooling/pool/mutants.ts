/**
 * Wrong pool answers beyond the known mistakes: subtle ones, dishonest ones.
 *
 * None loops for ever, not even on a stride of 0: they run in the process of the tests.
 */
import type { AnyFunction } from '../../answer';
import { cases } from './cases';
import { misplaced } from './misplaced';
import { poolOf, right, summary, sumOf } from './parts';
import type { Matrix, Mode, Pool } from './types';
import { unchecked } from './unchecked';

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
  ...misplaced,
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
  ...unchecked,
};
