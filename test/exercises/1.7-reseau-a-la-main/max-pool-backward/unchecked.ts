/** Wrong maxPoolBackward answers that take what must be refused, or refuse what must be taken. */
import type { AnyFunction } from '../../answer';
import { orMessage } from '../parts';
import { outputSize, poolBackwardOf, right, wrong } from './parts';

export const unchecked: Record<string, AnyFunction> = {
  'checks the rows of dy only': poolBackwardOf({
    check: (dy, x, size, stride) => {
      if (dy.length !== outputSize(x.length, size, stride)) throw new RangeError('rows');
    },
  }),
  'checks the columns of dy only': poolBackwardOf({
    check: (dy, x, size, stride) => {
      if (dy[0]!.length !== outputSize(x[0]!.length, size, stride)) throw new RangeError('cols');
    },
  }),
  'takes a dy that is too small': poolBackwardOf({
    check: (dy, x, size, stride) => {
      if (dy.length > outputSize(x.length, size, stride)) throw new RangeError('rows');
      if (dy[0]!.length > outputSize(x[0]!.length, size, stride)) throw new RangeError('cols');
    },
  }),
  'takes a dy that is too large': poolBackwardOf({
    check: (dy, x, size, stride) => {
      if (dy.length < outputSize(x.length, size, stride)) throw new RangeError('rows');
      if (dy[0]!.length < outputSize(x[0]!.length, size, stride)) throw new RangeError('cols');
    },
  }),
  'compares how many numbers dy has': poolBackwardOf({
    check: (dy, x, size, stride) => {
      const [rows, cols] = [x.length, x[0]!.length].map((n) => outputSize(n, size, stride));
      if (dy.flat().length !== rows! * cols!) throw new RangeError('numbers');
    },
  }),
  'refuses windows that overlap': wrong((dx, _dy, _x, size, stride) => {
    if (stride < size) throw new RangeError('overlap');
    return dx;
  }),
  'refuses a map that the windows do not fill': wrong((dx, _dy, x, size, stride) => {
    if ((x.length - size) % stride !== 0) throw new RangeError('rest');
    return dx;
  }),
  'returns an error instead of throwing it': orMessage<Parameters<typeof right>>(right),
};
