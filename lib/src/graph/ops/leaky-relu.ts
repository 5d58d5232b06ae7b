import type { Value } from '../build/value';
import type { Tape } from '../tape';

/** x where it is above 0, else alpha x, for x of any shape. */
export function leakyRelu(tape: Tape, x: Value, alpha: number): Value {
  const attributes = { T: { type: 'float32' as const }, alpha: { real: alpha } };
  const { shape } = x;
  const output = tape.add('LeakyRelu', [x], { shape, attributes });
  // The output has x's sign, and is still there when TensorFlow has joined what makes x with this node.
  const sign = alpha >= 0 ? output : x;
  return tape.record([x], output, (dOutput) => [
    tape.add('LeakyReluGrad', [dOutput, sign], { shape, attributes }),
  ]);
}
