import type { Value } from '../build/value';
import type { Tape } from '../tape';

/** max(x, 0), for x of any shape. */
export function relu(tape: Tape, x: Value): Value {
  const output = tape.map('Relu', [x]);
  // The output is above 0 where x is: so x need not be kept, and may be computed in one go with it.
  return tape.record([x], output, (dOutput) => [tape.map('ReluGrad', [dOutput, output])]);
}
