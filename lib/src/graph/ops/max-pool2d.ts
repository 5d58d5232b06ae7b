import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';
import { poolAttributes, poolShape, readPool, type PoolOptions } from './pool2d';

/**
 * The largest value of each window and channel; the gradient goes to where it was.
 *
 * @param x `[batch, height, width, channels]`
 */
export function maxPool2d(tape: Tape, x: Value, options: PoolOptions): Value {
  const attributes = poolAttributes(options);
  const output = tape.add('MaxPool', [x], { shape: poolShape(x.shape, options), attributes });
  return tape.record([x], output, (dOutput) => [
    tape.add('MaxPoolGrad', [x, output, dOutput], { shape: x.shape, attributes }),
  ]);
}

export const maxPool2dLayers: Translations = {
  MaxPooling2D: (tape, [x], layer) => maxPool2d(tape, x!, readPool(layer)),
};
