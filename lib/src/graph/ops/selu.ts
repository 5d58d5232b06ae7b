import type { Value } from '../build/value';
import type { Tape } from '../tape';

/** An elu that keeps mean 0 and variance 1 (Klambauer and others, 2017), for x of any shape. */
export function selu(tape: Tape, x: Value): Value {
  const output = tape.map('Selu', [x]);
  return tape.record([x], output, (dOutput) => [tape.map('SeluGrad', [dOutput, output])]);
}
