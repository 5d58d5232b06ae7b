import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';
import { activate } from './activations';
import { avgPool2d } from './avg-pool2d';
import { biasAdd } from './bias-add';
import { multiply } from './multiply';
import { readPool, type PoolOptions } from './pool2d';
import { reshapeTo } from './reshape';

/**
 * The mean of each window, times a coefficient of its channel, plus a bias.
 *
 * @param x `[batch, height, width, channels]`; coefficient and bias `[channels]`
 */
export function subsampling2d(
  tape: Tape,
  x: Value,
  coefficient: Value,
  bias: Value,
  options: PoolOptions,
): Value {
  const wide = reshapeTo(tape, coefficient, [1, 1, 1, coefficient.shape[0]!]);
  return biasAdd(tape, multiply(tape, avgPool2d(tape, x, options), wide), bias);
}

/** tfjs has no such layer: it is that of `models/layers`. */
export const subsampling2dLayers: Translations = {
  Subsampling2D: (tape, [x], layer) => {
    const [coefficient, bias] = [layer.weight('coefficient'), layer.weight('bias')];
    return activate(tape, subsampling2d(tape, x!, coefficient, bias, readPool(layer)), layer);
  },
};
