import type { Value } from '../build/value';
import type { Tape } from '../tape';

/**
 * x - log(sum(exp(x))) along the last axis.
 *
 * @param x `[batch, classes]`
 */
export function logSoftmax(tape: Tape, x: Value): Value {
  const output = tape.map('LogSoftmax', [x]);
  return tape.record([x], output, (dOutput) => {
    // dx_i = dy_i - softmax(x)_i sum_j dy_j
    const total = tape.add('Sum', [dOutput, tape.graph.constant([-1])], {
      shape: [...x.shape.slice(0, -1), 1],
      attributes: {
        T: { type: 'float32' },
        Tidx: { type: 'int32' },
        keep_dims: { flag: true },
      },
    });
    const share = tape.map('Mul', [tape.map('Exp', [output]), total]);
    return [tape.map('Sub', [dOutput, share])];
  });
}
