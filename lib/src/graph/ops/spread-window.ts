import type { Value } from '../build/value';
import type { Tape } from '../tape';
import type { PoolOptions } from './pool2d';

/** Do the windows lie side by side, without gap or overlap, and cover the image? */
export function windowsTile(x: Value, { poolSize, strides }: PoolOptions): boolean {
  return ([0, 1] as const).every((axis) => {
    const length = x.shape[axis + 1];
    return (
      typeof length === 'number' &&
      strides[axis] === poolSize[axis] &&
      length % poolSize[axis] === 0
    );
  });
}

/**
 * Repeats each number over a window of its own: copies are laid side by side, row by row.
 *
 * @param x `[batch, height, width, channels]`
 * @returns `[batch, height * windowHeight, width * windowWidth, channels]`
 */
export function spreadWindow(
  tape: Tape,
  x: Value,
  [windowHeight, windowWidth]: readonly [number, number],
): Value {
  const [batch, height, width, channels] = x.shape as [number | null, number, number, number];
  const row = width * windowWidth * channels;
  const to = (value: Value, axes: number[]): Value =>
    tape.add('Reshape', [value, tape.graph.constant([-1, ...axes])], {
      shape: [batch, ...axes],
      attributes: { T: { type: 'float32' }, Tshape: { type: 'int32' } },
    });
  const wide = to(repeat(tape, x, 3, windowWidth), [height, row]);
  const tall = repeat(tape, wide, 2, windowHeight);
  return to(tall, [height * windowHeight, width * windowWidth, channels]);
}

function repeat(tape: Tape, x: Value, axis: number, times: number): Value {
  if (times === 1) return x;
  const copies = Array.from({ length: times }, () => x);
  return tape.add('ConcatV2', [...copies, tape.graph.scalar(axis, 'int32')], {
    shape: x.shape.map((length, i) => (i === axis ? length! * times : length)),
    attributes: { T: { type: 'float32' }, Tidx: { type: 'int32' }, N: { int: times } },
  });
}
