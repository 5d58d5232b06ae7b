import type { Value } from '../build/value';
import type { Tape } from '../tape';

/**
 * exp(x) / sum(exp(x)) along the last axis.
 *
 * A cross-entropy that follows is computed from x itself, and this node's gradient never asked for.
 *
 * @param x `[batch, classes]`
 */
export function softmax(tape: Tape, x: Value): Value {
  const output = tape.map('Softmax', [x]);
  tape.remember(output, { logits: x });
  return tape.record([x], output, (dOutput) => {
    // dx_i = y_i (dy_i - sum_j dy_j y_j)
    const weighted = tape.map('Mul', [dOutput, output]);
    const total = tape.add('Sum', [weighted, tape.graph.constant([-1])], {
      shape: [...x.shape.slice(0, -1), 1],
      attributes: {
        T: { type: 'float32' },
        Tidx: { type: 'int32' },
        keep_dims: { flag: true },
      },
    });
    return [tape.map('Mul', [tape.map('Sub', [dOutput, total]), output])];
  });
}
