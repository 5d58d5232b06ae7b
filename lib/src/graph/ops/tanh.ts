import type { Value } from '../build/value';
import type { Tape } from '../tape';

/** Hyperbolic tangent, for x of any shape. */
export function tanh(tape: Tape, x: Value): Value {
  const output = tape.map('Tanh', [x]);
  return tape.record([x], output, (dOutput) => [tape.map('TanhGrad', [output, dOutput])]);
}
