import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';

/** Lays arrays side by side along an axis, not that of the batch; the gradient is cut up again. */
export function concatenate(tape: Tape, inputs: readonly Value[], axis: number): Value {
  const lengths = inputs.map((input) => input.shape[axis] as number);
  const shape = inputs[0]!.shape.map((length, i) =>
    i === axis ? lengths.reduce((sum, part) => sum + part, 0) : length,
  );
  const place = tape.graph.scalar(axis, 'int32');
  const output = tape.add('ConcatV2', [...inputs, place], {
    shape,
    attributes: { T: { type: 'float32' }, Tidx: { type: 'int32' }, N: { int: inputs.length } },
  });
  return tape.record(inputs, output, (dOutput) => {
    const first = tape.add('SplitV', [dOutput, tape.graph.constant(lengths), place], {
      shape: inputs[0]!.shape,
      attributes: {
        T: { type: 'float32' },
        Tlen: { type: 'int32' },
        num_split: { int: inputs.length },
      },
    });
    return inputs.map((input, i) => tape.graph.output(first, i, input.shape));
  });
}

export const concatenateLayers: Translations = {
  Concatenate: (tape, inputs, layer) => {
    const rank = inputs[0]!.shape.length;
    const axis = (layer.config['axis'] as number | undefined) ?? -1;
    const place = axis < 0 ? axis + rank : axis;
    return place === 0 ? layer.refuse('axis 0') : concatenate(tape, inputs, place);
  },
};
