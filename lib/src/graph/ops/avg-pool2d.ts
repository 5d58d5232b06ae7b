import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';
import { poolAttributes, poolShape, readPool, type PoolOptions } from './pool2d';
import { spreadWindow, windowsTile } from './spread-window';

/** Up to so many, TensorFlow's own gradient takes twice the time of laying copies side by side. */
const fewChannels = 8;

/**
 * The mean of each window and channel, padding not counted.
 *
 * @param x `[batch, height, width, channels]`
 */
export function avgPool2d(tape: Tape, x: Value, options: PoolOptions): Value {
  const attributes = poolAttributes(options);
  const output = tape.add('AvgPool', [x], { shape: poolShape(x.shape, options), attributes });
  return tape.record([x], output, (dOutput) => {
    if (x.shape[3]! > fewChannels || !windowsTile(x, options)) {
      return [tape.add('AvgPoolGrad', [tape.shapeOf(x), dOutput], { shape: x.shape, attributes })];
    }
    const [height, width] = options.poolSize;
    const share = tape.map('Mul', [dOutput, tape.graph.scalar(1 / (height * width))]);
    return [spreadWindow(tape, share, options.poolSize)];
  });
}

export const avgPool2dLayers: Translations = {
  AveragePooling2D: (tape, [x], layer) => avgPool2d(tape, x!, readPool(layer)),
};
