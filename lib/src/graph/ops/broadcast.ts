import type { Shape, Value } from '../build/value';
import type { Tape } from '../tape';
import { reduce } from './reduce';

/** The common shape of arrays whose axes are equal or of length 1; undefined where there is none. */
export function broadcastShape(shapes: readonly Shape[]): Shape | undefined {
  const rank = shapes[0]!.length;
  if (shapes.some((shape) => shape.length !== rank)) return undefined;
  const common = shapes[0]!.map(
    (first, axis) => shapes.map((shape) => shape[axis]!).find((length) => length !== 1) ?? first,
  );
  const fits = shapes.every((shape) => shape.every((n, axis) => n === common[axis] || n === 1));
  return fits ? common : undefined;
}

/** The gradient of something that was repeated: the sum over the repetitions. */
export function sumTo(tape: Tape, gradient: Value, shape: Shape): Value {
  const axes = shape.flatMap((n, axis) => (n === 1 && gradient.shape[axis] !== 1 ? [axis] : []));
  return axes.length === 0 ? gradient : reduce(tape, 'Sum', gradient, axes, true);
}
