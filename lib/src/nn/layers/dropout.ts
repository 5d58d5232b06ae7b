import { checkOptions } from '../../ops/check-options';
import { checkDropout } from '../../ops/dropout-mask';
import type { Layer } from './layer';

/** Options of the layer `dropout`. */
export interface DropoutLayerOptions {
  /** The share of the numbers that become 0 in training: from 0 to 1, excluded. */
  rate: number;
}

/**
 * Dropout: in training a part of the numbers, drawn anew at each step, becomes 0 and the others grow
 * to make up for it; afterwards nothing happens. Input and output have the same shape; nothing to learn.
 *
 * @throws RangeError when the rate lies outside
 */
export function dropout(options: DropoutLayerOptions): Layer {
  const doing = 'créer une couche dropout';
  checkOptions(options, ['rate'], doing);
  const { rate } = checkDropout({ ...options, seed: 0 }, doing);
  return {
    type: 'dropout',
    options: { rate },
    outputShape: (shape) => shape,
    forward: (input, { engine, training, seed }) =>
      training ? engine.dropout(input, { rate, seed }).output : input,
    backward: (dOutput, input, { engine, seed }) => ({
      dInput: engine.dropoutBackward(dOutput, input, { rate, seed }),
    }),
  };
}
