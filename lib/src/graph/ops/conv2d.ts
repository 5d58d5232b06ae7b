import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';
import { activate } from './activations';
import { biasAdd } from './bias-add';
import {
  readWindow,
  refuseDilated,
  windowAttributes,
  windowShape,
  type WindowOptions,
} from './options';

/**
 * Correlates images with filters.
 *
 * @param x `[batch, height, width, inChannels]`
 * @param kernel `[height, width, inChannels, outChannels]`
 */
export function conv2d(tape: Tape, x: Value, kernel: Value, options: WindowOptions): Value {
  const attributes = windowAttributes(options);
  const [height, width, , channels] = kernel.shape as number[];
  const shape = windowShape(x.shape, [height!, width!], channels!, options);
  const output = tape.add('Conv2D', [x, kernel], { shape, attributes });
  const again = (other: Value): Value => conv2d(tape, x, other, options);
  tape.remember(output, { convolution: { kernel, channelAxes: 1, again } });
  return tape.record([x, kernel], output, (dOutput, [needX, needKernel]) => [
    needX
      ? tape.add('Conv2DBackpropInput', [tape.shapeOf(x), kernel, dOutput], {
          shape: x.shape,
          attributes,
        })
      : undefined,
    needKernel
      ? tape.add('Conv2DBackpropFilter', [x, tape.shapeOf(kernel), dOutput], {
          shape: kernel.shape,
          attributes,
        })
      : undefined,
  ]);
}

export const conv2dLayers: Translations = {
  Conv2D: (tape, [x], layer) => {
    const options = readWindow(layer);
    refuseDilated(tape, layer, options);
    const sums = conv2d(tape, x!, layer.weight('kernel'), options);
    return activate(tape, biasAdd(tape, sums, layer.weightIfAny('bias')), layer);
  },
};
