/** Wrong conv2dBackward answers that take what must be refused, or refuse what must be taken. */
import type { AnyFunction } from '../../answer';
import { convBackwardOf, outputShape, refuse, shapeOf, wrong, type Args } from './parts';

const checking = (check: (...args: Args) => void): AnyFunction => convBackwardOf({ check });

/** Takes any dy whose axis `axis` is wrong. */
const takesAxis = (axis: number): AnyFunction =>
  checking((...args) => {
    const [dy, x, w] = args;
    if (w[0]![0]!.length !== x[0]![0]!.length) throw new RangeError('channels');
    const wanted = outputShape(...args);
    if (shapeOf(dy).some((length, i) => i !== axis && length !== wanted[i])) {
      throw new RangeError('dy');
    }
  });

/** Refuses a dy that `bad` calls bad, and wrong channels. */
const refusing = (bad: (found: number, wanted: number) => boolean): AnyFunction =>
  checking((...args) => {
    const [dy, x, w] = args;
    if (w[0]![0]!.length !== x[0]![0]!.length) throw new RangeError('channels');
    const wanted = outputShape(...args);
    if (shapeOf(dy).some((length, i) => bad(length, wanted[i]!))) throw new RangeError('dy');
  });

export const unchecked: Record<string, AnyFunction> = {
  'checks no rows of dy': takesAxis(0),
  'checks no columns of dy': takesAxis(1),
  'checks no filters of dy': takesAxis(2),
  'takes a dy that is too small': refusing((found, wanted) => found > wanted),
  'takes a dy that is too large': refusing((found, wanted) => found < wanted),
  'checks no dy at all': checking((_dy, x, w) => {
    if (w[0]![0]!.length !== x[0]![0]!.length) throw new RangeError('channels');
  }),
  'checks dy as if the stride were 1': checking((dy, x, w, stride, padding) => {
    if (String(stride) === '1,1') refuse(dy, x, w, stride, padding);
    else if (w[0]![0]!.length !== x[0]![0]!.length) throw new RangeError('channels');
  }),
  'checks no channels': checking((...args) => {
    if (String(shapeOf(args[0])) !== String(outputShape(...args))) throw new RangeError('dy');
  }),
  'takes filters of too many channels': checking((dy, x, w, stride, padding) =>
    refuse(
      dy,
      x,
      w.map((line) => line.map((slice) => slice.slice(0, x[0]![0]!.length))),
      stride,
      padding,
    ),
  ),
  'takes filters of too few channels': checking((dy, x, w, stride, padding) =>
    refuse(
      dy,
      x.map((line) => line.map((cell) => cell.slice(0, w[0]![0]!.length))),
      w,
      stride,
      padding,
    ),
  ),
  'refuses strides that leave a rest': wrong((gradients, dy, x, w, stride, padding) => {
    if ((x.length + 2 * padding - w.length) % stride[0] !== 0) throw new RangeError('rest');
    return gradients;
  }),
  'refuses rectangular kernels': wrong((gradients, _dy, _x, w) => {
    if (w.length !== w[0]!.length) throw new RangeError('square');
    return gradients;
  }),
};
