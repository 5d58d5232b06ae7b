/** Wrong pool answers whose windows are at the wrong places, or too many or too few. */
import type { AnyFunction } from '../../answer';
import { poolOf, right, starts, startsBy, times, tooLarge } from './parts';
import type { Matrix, Pool } from './types';

export const misplaced: Record<string, AnyFunction> = {
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
};
