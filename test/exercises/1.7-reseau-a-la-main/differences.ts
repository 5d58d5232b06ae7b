/**
 * Gradients by centred differences of the library's forward operations: they know no backward formula.
 *
 * The loss is `sum(dy * output)`. It is linear in each argument (of a maximum, while no other cell
 * wins), so that a step of 1/4 gives its slope without any error where the numbers are integers.
 */
import { conv2d } from '../../../lib/src/ops/conv2d';
import { dense } from '../../../lib/src/ops/dense';
import { maxPool2d } from '../../../lib/src/ops/max-pool2d';
import type { Conv2dBackward, DenseBackward, MaxPoolBackward, Vector } from './types';

type Nested = number | Nested[];

export const denseByDifferences: DenseBackward = (dy, x, w) => ({
  dx: slopes(x, (at) => lossOf(dy, dense(at, w))),
  dw: slopes(w, (at) => lossOf(dy, dense(x, at))),
  db: slopes(zeros(w[0]!.length), (bias) => lossOf(dy, dense(x, w, { bias }))),
});

/** No two cells of a window of `x` may lie closer than 1/2. */
export const maxPoolByDifferences: MaxPoolBackward = (dy, x, size, stride) =>
  slopes(x, (at) => lossOf(dy, maxPool2d(at, { poolSize: size, stride: stride })));

export const convByDifferences: Conv2dBackward = (dy, x, w, stride = [1, 1], padding = 0) => {
  const options = { stride, padding };
  return {
    dx: slopes(x, (at) => lossOf(dy, conv2d(at, w, options))),
    dw: slopes(w, (at) => lossOf(dy, conv2d(x, at, options))),
    db: slopes(zeros(w[0]![0]![0]!.length), (bias) =>
      lossOf(dy, conv2d(x, w, { ...options, bias })),
    ),
  };
};

const step = 1 / 4;

/** How fast the loss moves with each number of the argument, in the argument's shape. */
function slopes<T extends Nested[]>(argument: T, loss: (at: T) => number): T {
  const moved = structuredClone(argument);
  const slopeAt = (list: Nested[], i: number): number => {
    const middle = list[i] as number;
    const lossWith = (value: number): number => {
      list[i] = value;
      return loss(moved);
    };
    const rise = lossWith(middle + step) - lossWith(middle - step);
    list[i] = middle;
    return rise / (2 * step);
  };
  const within = (list: Nested[]): Nested[] =>
    list.map((item, i) => (Array.isArray(item) ? within(item) : slopeAt(list, i)));
  return within(moved) as T;
}

function lossOf(dy: Nested[], output: Nested[]): number {
  const outputs = output.flat(3) as Vector;
  return (dy.flat(3) as Vector).reduce((sum, gradient, i) => sum + gradient * outputs[i]!, 0);
}

const zeros = (length: number): Vector => Array.from({ length }, () => 0);
