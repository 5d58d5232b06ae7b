/**
 * Wrong conv2d answers beyond the known mistakes: subtle ones, dishonest ones.
 *
 * None loops for ever, not even on a stride of 0: they run in the process of the tests.
 */
import { cases } from './cases';
import {
  flip,
  pad2d,
  positions,
  refuse2d,
  refusePadding,
  refuseStep,
  slide2d,
  times,
  transpose,
  window2d,
} from '../parts';
import type { Conv2d, Matrix } from '../types';

type Steps = [number, number];

const right = (x: Matrix, k: Matrix, stride: Steps = [1, 1], padding = 0): Matrix => {
  refuse2d(x, k, stride, padding);
  return slide2d(pad2d(x, padding, padding), k, ...stride);
};

/** Right where the arguments are, with these checks only. */
const checkedBy =
  (check: (x: Matrix, k: Matrix, stride: Steps, padding: number) => void): Conv2d =>
  (x, k, stride = [1, 1], padding = 0) => {
    check(x, k, stride, padding);
    const padded = pad2d(x, padding, padding);
    const rows = positions(padded.length, k.length, stride[0]);
    const cols = positions(padded[0]!.length, k[0]?.length ?? 0, stride[1]);
    return times(rows, (i) =>
      times(cols, (j) => {
        const [top, left] = [i * stride[0], j * stride[1]];
        return k.reduce(
          (sum, line, u) =>
            line.reduce((s, w, v) => s + w * (padded[top + u]?.[left + v] ?? 0), sum),
          0,
        );
      }),
    );
  };

const tooHigh = (x: Matrix, k: Matrix, padding: number): boolean =>
  k.length === 0 || k.length > x.length + 2 * padding;
const tooWide = (x: Matrix, k: Matrix, padding: number): boolean =>
  k[0]?.length === 0 || (k[0]?.length ?? 0) > x[0]!.length + 2 * padding;
const refuseKernel = (x: Matrix, k: Matrix, padding: number): void => {
  if (tooHigh(x, k, padding) || tooWide(x, k, padding)) throw new RangeError('kernel');
};

/** The right map of the largest square that the image holds, and nothing of the rest. */
const squarePart = (x: Matrix): Matrix => {
  const size = Math.min(x.length, x[0]!.length);
  return x.slice(0, size).map((line) => line.slice(0, size));
};

export const mutants = {
  'knows square images only': (x: Matrix, k: Matrix, stride: Steps = [1, 1], padding = 0) => {
    right(x, k, stride, padding);
    const part = squarePart(x);
    return slide2d(pad2d(part, padding, padding), k, ...stride);
  },
  'flips the kernel left to right': (x: Matrix, k: Matrix, stride: Steps = [1, 1], padding = 0) =>
    right(
      x,
      k.map((line) => [...line].reverse()),
      stride,
      padding,
    ),
  'flips the kernel upside down': (x: Matrix, k: Matrix, stride: Steps = [1, 1], padding = 0) =>
    right(x, [...k].reverse(), stride, padding),
  'flips the kernel when it is rectangular': (
    x: Matrix,
    k: Matrix,
    stride: Steps = [1, 1],
    padding = 0,
  ) => right(x, k.length === k[0]?.length ? k : flip(k), stride, padding),
  'transposes square kernels': (x: Matrix, k: Matrix, stride: Steps = [1, 1], padding = 0) =>
    right(x, k.length === k[0]?.length ? transpose(k) : k, stride, padding),
  'takes the horizontal stride for both': (
    x: Matrix,
    k: Matrix,
    stride: Steps = [1, 1],
    padding = 0,
  ) => {
    right(x, k, stride, padding);
    return right(x, k, [stride[1], stride[1]], padding);
  },
  'uses the vertical stride only': (x: Matrix, k: Matrix, stride: Steps = [1, 1], padding = 0) => {
    right(x, k, stride, padding);
    return right(x, k, [stride[0], 1], padding);
  },
  'counts the padding once in the size of the map': (
    x: Matrix,
    k: Matrix,
    stride: Steps = [1, 1],
    padding = 0,
  ) => {
    refuse2d(x, k, stride, padding);
    const padded = pad2d(x, padding, padding);
    const rows = positions(x.length + padding, k.length, stride[0]);
    const cols = positions(x[0]!.length + padding, k[0]!.length, stride[1]);
    return times(rows, (i) =>
      times(cols, (j) => window2d(padded, k, i * stride[0], j * stride[1])),
    );
  },
  'pads below and to the right only': (
    x: Matrix,
    k: Matrix,
    stride: Steps = [1, 1],
    padding = 0,
  ) => {
    refuse2d(x, k, stride, padding);
    const both = pad2d(x, padding, padding);
    return slide2d(
      both.slice(padding).map((line) => line.slice(padding)),
      k,
      ...stride,
    );
  },
  'strides before it pads': (x: Matrix, k: Matrix, stride: Steps = [1, 1], padding = 0) => {
    refuse2d(x, k, stride, padding);
    const all = slide2d(pad2d(x, padding, padding), k);
    const from = (i: number, step: number): boolean => (i - padding + step * 99) % step === 0;
    return all
      .filter((_, row) => from(row, stride[0]))
      .map((line) => line.filter((_, col) => from(col, stride[1])));
  },
  'writes each row over the last: all rows are one array': (
    x: Matrix,
    k: Matrix,
    stride: Steps = [1, 1],
    padding = 0,
  ) => {
    const y = right(x, k, stride, padding);
    return y.map(() => y.at(-1)!);
  },
  'puts one more zero ring round the map': (
    x: Matrix,
    k: Matrix,
    stride: Steps = [1, 1],
    padding = 0,
  ) => pad2d(right(x, k, stride, padding), 1, 1),
  'gives the map as one row': (x: Matrix, k: Matrix, stride: Steps = [1, 1], padding = 0) =>
    right(x, k, stride, padding).flat(),
  'keeps the largest product instead of the sum': (
    x: Matrix,
    k: Matrix,
    stride: Steps = [1, 1],
    padding = 0,
  ) => {
    const y = right(x, k, stride, padding);
    const padded = pad2d(x, padding, padding);
    return y.map((line, i) =>
      line.map((_, j) =>
        Math.max(
          ...k.flatMap((weights, u) =>
            weights.map((weight, v) => weight * padded[i * stride[0] + u]![j * stride[1] + v]!),
          ),
        ),
      ),
    );
  },
  'rounds the values to integers': (x: Matrix, k: Matrix, stride: Steps = [1, 1], padding = 0) =>
    right(x, k, stride, padding).map((line) => line.map(Math.round)),
  'leaves the last column of the kernel out': (
    x: Matrix,
    k: Matrix,
    stride: Steps = [1, 1],
    padding = 0,
  ) =>
    right(
      x,
      k.map((line) => line.map((weight, v) => (v > 0 && v === line.length - 1 ? 0 : weight))),
      stride,
      padding,
    ),
  'leaves the last row of the kernel out': (
    x: Matrix,
    k: Matrix,
    stride: Steps = [1, 1],
    padding = 0,
  ) =>
    right(
      x,
      k.map((line, u) => (u > 0 && u === k.length - 1 ? line.map(() => 0) : line)),
      stride,
      padding,
    ),
  'gives NaN at the border when it pads': (
    x: Matrix,
    k: Matrix,
    stride: Steps = [1, 1],
    padding = 0,
  ) =>
    right(x, k, stride, padding).map((line, row) =>
      line.map((value, col) => (padding > 0 && row * col === 0 ? NaN : value)),
    ),
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('conv2d : à compléter.');
  },
  'knows the public cases by heart': (
    x: Matrix,
    k: Matrix,
    stride: Steps = [1, 1],
    padding = 0,
  ) => {
    const asked = JSON.stringify([x, k, stride, padding]);
    const known = cases.some(
      ({ args: [px, pk, ps = [1, 1], pp = 0] }) => JSON.stringify([px, pk, ps, pp]) === asked,
    );
    return known ? right(x, k, stride, padding) : [[]];
  },
  'pads the rows of x in place': (x: Matrix, k: Matrix, stride: Steps = [1, 1], padding = 0) => {
    const y = right(x, k, stride, padding);
    for (const line of x)
      line.splice(0, line.length, ...Array.from({ length: padding }, () => 0), ...line);
    return y;
  },
  'flips k in place': (x: Matrix, k: Matrix, stride: Steps = [1, 1], padding = 0) => {
    const y = right(x, k, stride, padding);
    k.reverse();
    return y;
  },
  'empties stride': (x: Matrix, k: Matrix, stride: Steps = [1, 1], padding = 0) => {
    const y = right(x, k, stride, padding);
    (stride as number[]).length = 0;
    return y;
  },
  'checks the vertical stride only': checkedBy((x, k, stride, padding) => {
    refuseStep(stride[0]);
    refusePadding(padding);
    refuseKernel(x, k, padding);
  }),
  'checks the horizontal stride only': checkedBy((x, k, stride, padding) => {
    refuseStep(stride[1]);
    refusePadding(padding);
    refuseKernel(x, k, padding);
  }),
  'takes a stride of 0': checkedBy((x, k, stride, padding) => {
    if (stride.some((step) => !Number.isInteger(step) || step < 0)) throw new RangeError('stride');
    refusePadding(padding);
    refuseKernel(x, k, padding);
  }),
  'refuses no padding': checkedBy((x, k, stride, padding) => {
    stride.forEach(refuseStep);
    refuseKernel(x, k, Math.max(0, padding));
  }),
  'checks the height of the kernel only': checkedBy((x, k, stride, padding) => {
    stride.forEach(refuseStep);
    refusePadding(padding);
    if (tooHigh(x, k, padding)) throw new RangeError('kernel');
  }),
  'checks the width of the kernel only': checkedBy((x, k, stride, padding) => {
    stride.forEach(refuseStep);
    refusePadding(padding);
    if (tooWide(x, k, padding)) throw new RangeError('kernel');
  }),
  'compares the kernel with x before it is padded': (
    x: Matrix,
    k: Matrix,
    stride: Steps = [1, 1],
    padding = 0,
  ) => {
    refuseKernel(x, k, 0);
    return right(x, k, stride, padding);
  },
  'takes an empty kernel': checkedBy((x, k, stride, padding) => {
    stride.forEach(refuseStep);
    refusePadding(padding);
    if (k.length > x.length + 2 * padding) throw new RangeError('kernel');
    if ((k[0]?.length ?? 0) > x[0]!.length + 2 * padding) throw new RangeError('kernel');
  }),
};
