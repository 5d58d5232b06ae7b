import type { Value } from '../build/value';
import type { Tape } from '../tape';

/** 1.7159 tanh(2x / 3), for x of any shape: LeNet-5's activation, which `models/layers` gives to tfjs. */
export function scaledTanh(tape: Tape, x: Value): Value {
  const times = (value: Value, factor: number): Value =>
    tape.map('Mul', [value, tape.graph.scalar(factor)]);
  const inner = tape.map('Tanh', [times(x, 2 / 3)]);
  return tape.record([x], times(inner, 1.7159), (dOutput) => [
    times(tape.map('TanhGrad', [inner, dOutput]), (1.7159 * 2) / 3),
  ]);
}
