import type { Value } from '../build/value';
import type { Tape } from '../tape';

/** `Sum`, `Mean` or `Max` along some axes. */
export function reduce(
  tape: Tape,
  op: 'Sum' | 'Mean' | 'Max',
  x: Value,
  axes: readonly number[],
  keepAxes = false,
): Value {
  const kept = x.shape.map((length, axis) => (axes.includes(axis) ? 1 : length));
  const shape = keepAxes ? kept : kept.filter((_, axis) => !axes.includes(axis));
  return tape.add(op, [x, tape.graph.constant(axes)], {
    shape,
    attributes: { T: { type: 'float32' }, Tidx: { type: 'int32' }, keep_dims: { flag: keepAxes } },
  });
}

/** Repeats axes of length 1 until the value has the shape of another. */
export function broadcastTo(tape: Tape, x: Value, like: Value): Value {
  return tape.add('BroadcastTo', [x, tape.shapeOf(like)], {
    shape: like.shape,
    attributes: { T: { type: 'float32' }, Tidx: { type: 'int32' } },
  });
}
