import type { Value } from '../build/value';
import type { Tape } from '../tape';

/** min(max(x, 0), 6), for x of any shape. */
export function relu6(tape: Tape, x: Value): Value {
  const output = tape.map('Relu6', [x]);
  return tape.record([x], output, (dOutput) => [tape.map('Relu6Grad', [dOutput, output])]);
}
