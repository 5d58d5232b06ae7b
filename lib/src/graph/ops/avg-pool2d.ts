import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';
import { poolAttributes, poolShape, readPool, type PoolOptions } from './pool2d';

/**
 * The mean of each window and channel, padding not counted.
 *
 * @param x `[batch, height, width, channels]`
 */
export function avgPool2d(tape: Tape, x: Value, options: PoolOptions): Value {
  const attributes = poolAttributes(options);
  const output = tape.add('AvgPool', [x], { shape: poolShape(x.shape, options), attributes });
  return tape.record([x], output, (dOutput) => [
    tape.add('AvgPoolGrad', [tape.shapeOf(x), dOutput], { shape: x.shape, attributes }),
  ]);
}

export const avgPool2dLayers: Translations = {
  AveragePooling2D: (tape, [x], layer) => avgPool2d(tape, x!, readPool(layer)),
};
