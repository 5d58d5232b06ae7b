import type { Value } from '../build/value';
import type { Convolution, Tape } from '../tape';
import { add } from './add';
import { biasAdd } from './bias-add';
import { multiply } from './multiply';
import { reshapeTo } from './reshape';

interface Statistics {
  gamma: Value;
  beta: Value;
  mean: Value;
  variance: Value;
  epsilon: number;
}

/**
 * Puts a normalisation that does not change into the convolution before it, so that no pass over the maps is left
 * of it: with scale = gamma / sqrt(variance + epsilon), each filter times its scale, and as bias
 * beta + (bias - mean) * scale. The gradient goes through to the filters, which may learn. Where nothing learns
 * (`tape.keep`) both are computed once, when the weights are written; else at each run, which costs next to nothing.
 */
export function foldBatchNorm(
  tape: Tape,
  { kernel, bias, channelAxes, again }: Convolution,
  { gamma, beta, mean, variance, epsilon }: Statistics,
  name: string,
): Value {
  const keep = tape.keep ?? ((_name: string, value: Value): Value => value);
  const spread = tape.map('AddV2', [variance, tape.graph.scalar(epsilon)]);
  const scale = tape.map('Mul', [gamma, tape.map('Rsqrt', [spread])]);
  const shift = tape.map('Sub', [beta, tape.map('Mul', [mean, scale])]);
  const ones = kernel.shape.slice(0, -channelAxes).map(() => 1);
  const sides = [...ones, ...(kernel.shape.slice(-channelAxes) as number[])];
  const filters = keep(`${name}.kernel`, multiply(tape, kernel, reshapeTo(tape, scale, sides)));
  const offset = bias === undefined ? shift : add(tape, multiply(tape, bias, scale), shift);
  return biasAdd(tape, again(filters), keep(`${name}.bias`, offset));
}
