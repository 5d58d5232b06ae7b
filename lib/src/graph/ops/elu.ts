import type { Value } from '../build/value';
import type { Tape } from '../tape';

/** x where it is above 0, else exp(x) - 1, for x of any shape. */
export function elu(tape: Tape, x: Value): Value {
  const output = tape.map('Elu', [x]);
  return tape.record([x], output, (dOutput) => [tape.map('EluGrad', [dOutput, output])]);
}
