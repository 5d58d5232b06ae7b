import type { Value } from '../build/value';
import type { Tape } from '../tape';

/** x sigmoid(x), for x of any shape. */
export function swish(tape: Tape, x: Value): Value {
  const gate = tape.map('Sigmoid', [x]);
  const output = tape.map('Mul', [x, gate]);
  return tape.record([x], output, (dOutput) => {
    // (x s)' = s + x s (1 - s) = s + y (1 - s) = y + s (1 - y), where y = x s.
    const one = tape.graph.scalar(1);
    const rest = tape.map('Mul', [gate, tape.map('Sub', [one, output], x.shape)]);
    return [tape.map('Mul', [dOutput, tape.map('AddV2', [output, rest])])];
  });
}
