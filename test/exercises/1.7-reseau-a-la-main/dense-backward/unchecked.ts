/** Wrong denseBackward answers that take what must be refused, or refuse what must be taken. */
import type { AnyFunction } from '../../answer';
import { orMessage } from '../parts';
import { checkedBy, refuse, right, wrong } from './parts';

export const unchecked: Record<string, AnyFunction> = {
  'checks the examples only': checkedBy((dy, x) => {
    if (dy.length !== x.length) throw new RangeError('examples');
  }),
  'checks no examples': checkedBy((dy, x, w) =>
    refuse(
      x.map(() => dy[0]!),
      x,
      w,
    ),
  ),
  'takes more examples in dy': checkedBy((dy, x, w) => refuse(dy.slice(0, x.length), x, w)),
  'takes more examples in x': checkedBy((dy, x, w) => refuse(dy, x.slice(0, dy.length), w)),
  'checks no inputs': checkedBy((dy, x, w) =>
    refuse(
      dy,
      x,
      x[0]!.map(() => w[0]!),
    ),
  ),
  'takes a w with more lines': checkedBy((dy, x, w) => refuse(dy, x, w.slice(0, x[0]!.length))),
  'checks no units': checkedBy((dy, x, w) =>
    refuse(
      x,
      x,
      w.map(() => x[0]!),
    ),
  ),
  'takes a w with more columns': checkedBy((dy, x, w) =>
    refuse(
      dy,
      x,
      w.map((row) => row.slice(0, dy[0]!.length)),
    ),
  ),
  'takes a w with fewer columns': checkedBy((dy, x, w) => {
    const units = Math.min(dy[0]!.length, w[0]!.length);
    refuse(
      dy.map((row) => row.slice(0, units)),
      x,
      w,
    );
  }),
  'refuses a single example': wrong((gradients, dy) => {
    if (dy.length === 1) throw new RangeError('no batch');
    return gradients;
  }),
  'refuses a single unit': wrong((gradients, dy) => {
    if (dy[0]!.length === 1) throw new RangeError('one unit');
    return gradients;
  }),
  'returns an error instead of throwing it': orMessage<Parameters<typeof right>>(right),
};
