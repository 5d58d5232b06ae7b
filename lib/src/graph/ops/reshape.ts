import { sizeOf, type Shape, type Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';

/**
 * The same numbers under another shape.
 *
 * @param x `[batch, ...]`
 * @param axes of one item, without the batch
 */
export function reshape(tape: Tape, x: Value, axes: readonly number[]): Value {
  return reshapeTo(tape, x, [x.shape[0]!, ...axes]);
}

/** The same for a value without a batch, or with another first axis. */
export function reshapeTo(tape: Tape, x: Value, shape: Shape): Value {
  const attributes = { T: { type: 'float32' as const }, Tshape: { type: 'int32' as const } };
  const target = tape.graph.constant(shape.map((length) => length ?? -1));
  const output = tape.add('Reshape', [x, target], { shape, attributes });
  return tape.record([x], output, (dOutput) => [
    tape.add('Reshape', [dOutput, tape.shapeOf(x)], { shape: x.shape, attributes }),
  ]);
}

export const reshapeLayers: Translations = {
  Flatten: (tape, [x], layer) => {
    if (layer.config['dataFormat'] === 'channelsFirst') layer.refuse("dataFormat 'channelsFirst'");
    return x!.shape.length === 2 ? x! : reshape(tape, x!, [sizeOf(x!.shape)]);
  },
  Reshape: (tape, [x], layer) => reshape(tape, x!, layer.outputShape.slice(1) as number[]),
};
