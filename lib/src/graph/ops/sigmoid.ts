import type { Value } from '../build/value';
import type { Tape } from '../tape';

/** 1 / (1 + exp(-x)), for x of any shape. */
export function sigmoid(tape: Tape, x: Value): Value {
  const output = tape.map('Sigmoid', [x]);
  return tape.record([x], output, (dOutput) => [tape.map('SigmoidGrad', [output, dOutput])]);
}
