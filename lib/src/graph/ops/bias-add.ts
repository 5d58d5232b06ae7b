import type { Value } from '../build/value';
import type { Tape } from '../tape';

/**
 * Adds one number to each channel.
 *
 * @param x `[batch, ..., channels]`
 * @param bias `[channels]`; without it x comes back
 */
export function biasAdd(tape: Tape, x: Value, bias: Value | undefined): Value {
  if (bias === undefined) return x;
  const output = tape.map('BiasAdd', [x, bias]);
  const { convolution } = tape.originOf(x);
  if (convolution !== undefined) {
    tape.remember(output, { convolution: { ...convolution, bias } });
  }
  return tape.record([x, bias], output, (dOutput, [, needBias]) => [
    dOutput,
    needBias ? tape.map('BiasAddGrad', [dOutput], bias.shape) : undefined,
  ]);
}
