import type { Value } from '../build/value';
import type { Tape } from '../tape';

/** log(1 + exp(x)), for x of any shape. */
export function softplus(tape: Tape, x: Value): Value {
  const output = tape.map('Softplus', [x]);
  return tape.record([x], output, (dOutput) => [tape.map('SoftplusGrad', [dOutput, x])]);
}
