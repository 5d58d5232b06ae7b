import type { Value } from '../build/value';
import type { Convolution, Tape } from '../tape';
import { biasAdd } from './bias-add';

interface Statistics {
  gamma: Value;
  beta: Value;
  mean: Value;
  variance: Value;
  epsilon: number;
}

/**
 * Puts a normalisation by fixed statistics into the convolution before it, so that it costs nothing:
 * with scale = gamma / sqrt(variance + epsilon), each filter times its scale, and as bias
 * beta + (bias - mean) * scale. Both are computed once, when the weights are written.
 *
 * @param keep see `TapeOptions`
 */
export function foldBatchNorm(
  tape: Tape,
  keep: NonNullable<Tape['keep']>,
  { kernel, bias, channelAxes, again }: Convolution,
  { gamma, beta, mean, variance, epsilon }: Statistics,
  name: string,
): Value {
  const spread = tape.map('AddV2', [variance, tape.graph.scalar(epsilon)]);
  const scale = tape.map('Mul', [gamma, tape.map('Rsqrt', [spread])]);
  const channels = kernel.shape.slice(-channelAxes) as number[];
  const scaleOfKernel = tape.add('Reshape', [scale, tape.graph.constant(channels)], {
    shape: channels,
    attributes: { T: { type: 'float32' }, Tshape: { type: 'int32' } },
  });
  const centred = bias === undefined ? tape.map('Neg', [mean]) : tape.map('Sub', [bias, mean]);
  const shift = tape.map('AddV2', [beta, tape.map('Mul', [centred, scale])]);
  const kept = {
    kernel: keep(`${name}.kernel`, tape.map('Mul', [kernel, scaleOfKernel])),
    bias: keep(`${name}.bias`, shift),
  };
  return biasAdd(tape, again(kept.kernel), kept.bias);
}
