import { checkOptions } from '../../ops/check-options';
import { checkOption } from '../../ops/check-option';
import { updateMoving } from '../../ops/update-moving';
import type { Volume } from '../../volume/volume';
import type { Layer } from './layer';
import { given } from './read-options';

/** Options of the layer `batchNorm`. */
export interface BatchNormLayerOptions {
  /** How much of the moving mean and variance stays at each step. Default 0.99. */
  momentum?: number;
  /** Added to the variance. Default 0.001. */
  epsilon?: number;
}

/**
 * Batch normalisation over the last axis; input and output have the same shape.
 *
 * Learns `gamma` and `beta`, one number a channel. In training each channel is normalised by the
 * batch's own mean and variance, which `movingMean` and `movingVariance` follow; afterwards by those.
 *
 * @throws RangeError when an option is not what it must be
 */
export function batchNorm(options: BatchNormLayerOptions = {}): Layer {
  const doing = 'créer une couche batchNorm';
  checkOptions(options, ['momentum', 'epsilon'], doing);
  const { momentum = 0.99, epsilon = 1e-3 } = options;
  const small = 'donnez par exemple epsilon: 0.001';
  checkOption(epsilon > 0, 'epsilon', epsilon, 'doit être supérieur à 0', small, doing);
  const share = 'donnez par exemple momentum: 0.99';
  const within = momentum >= 0 && momentum <= 1;
  checkOption(within, 'momentum', momentum, 'doit être un nombre de 0 à 1', share, doing);
  const scale = (weights: Readonly<Record<string, Volume>>) => ({
    gamma: weights['gamma']!,
    beta: weights['beta']!,
    epsilon,
  });
  return {
    type: 'batchNorm',
    options: given(options),
    outputShape: (shape) => shape,
    weights(inputShape) {
      const shape = [inputShape.at(-1)!];
      return [
        { name: 'gamma', shape, initializer: 'ones', trainable: true },
        { name: 'beta', shape, initializer: 'zeros', trainable: true },
        { name: 'movingMean', shape, initializer: 'zeros', trainable: false },
        { name: 'movingVariance', shape, initializer: 'ones', trainable: false },
      ];
    },
    forward(input, { engine, weights, training }) {
      const movingMean = weights['movingMean']!;
      const movingVariance = weights['movingVariance']!;
      if (!training) {
        const moments = { mean: movingMean, variance: movingVariance };
        return engine.batchNorm(input, { ...scale(weights), ...moments });
      }
      const { output, mean, variance } = engine.batchNormTraining(input, scale(weights));
      movingMean.data.set(updateMoving(movingMean, mean, momentum).data);
      movingVariance.data.set(updateMoving(movingVariance, variance, momentum).data);
      return output;
    },
    backward(dOutput, input, { engine, weights }) {
      const found = engine.batchNormTrainingBackward(dOutput, input, scale(weights));
      return { dInput: found.dInput, weights: { gamma: found.dGamma, beta: found.dBeta } };
    },
  };
}
