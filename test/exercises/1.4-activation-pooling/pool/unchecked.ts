/** Wrong pool answers that take what must be refused, or refuse what must be taken. */
import type { AnyFunction } from '../../answer';
import { poolOf, refuseNumbers, right, tooLarge } from './parts';
import type { Pool } from './types';

export const unchecked: Record<string, AnyFunction> = {
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
  'takes a stride of 0 where one window fills the map': poolOf({
    check: (x, size, stride, padding) => {
      refuseNumbers(size, stride === 0 && size === x.length ? 1 : stride);
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
