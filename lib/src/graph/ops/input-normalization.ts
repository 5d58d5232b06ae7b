import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';

/**
 * (x - mean) / deviation, by constants of each channel.
 *
 * @param x `[batch, height, width, channels]`
 */
export function inputNormalization(
  tape: Tape,
  x: Value,
  mean: readonly number[],
  deviation: readonly number[],
): Value {
  const less = tape.map('Sub', [x, tape.graph.constant(mean, [mean.length], 'float32')]);
  const scale = tape.graph.constant(deviation, [deviation.length], 'float32');
  return tape.record([x], tape.map('RealDiv', [less, scale]), (dOutput) => [
    tape.map('RealDiv', [dOutput, scale]),
  ]);
}

/** tfjs has no such layer: it is that of `models/layers`. */
export const inputNormalizationLayers: Translations = {
  InputNormalization: (tape, [x], layer) => {
    const { mean, deviation } = layer.config as Record<'mean' | 'deviation', number[]>;
    return inputNormalization(tape, x!, mean, deviation);
  },
};
