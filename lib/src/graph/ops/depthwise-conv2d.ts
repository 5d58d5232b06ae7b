import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';
import { activate } from './activations';
import { biasAdd } from './bias-add';
import { conv2d } from './conv2d';
import {
  readWindow,
  refuseDilated,
  windowAttributes,
  windowShape,
  type WindowOptions,
} from './options';

/**
 * Correlates each channel with filters of its own.
 *
 * @param x `[batch, height, width, channels]`
 * @param kernel `[height, width, channels, multiplier]`: output channel `c * multiplier + m`
 */
export function depthwiseConv2d(
  tape: Tape,
  x: Value,
  kernel: Value,
  options: WindowOptions,
): Value {
  const attributes = windowAttributes(options);
  const [height, width, channels, multiplier] = kernel.shape as number[];
  const shape = windowShape(x.shape, [height!, width!], channels! * multiplier!, options);
  const output = tape.add('DepthwiseConv2dNative', [x, kernel], { shape, attributes });
  const again = (other: Value): Value => depthwiseConv2d(tape, x, other, options);
  tape.remember(output, { convolution: { kernel, channelAxes: 2, again } });
  return tape.record([x, kernel], output, (dOutput, [needX, needKernel]) => [
    needX
      ? tape.add('DepthwiseConv2dNativeBackpropInput', [tape.shapeOf(x), kernel, dOutput], {
          shape: x.shape,
          attributes,
        })
      : undefined,
    needKernel
      ? tape.add('DepthwiseConv2dNativeBackpropFilter', [x, tape.shapeOf(kernel), dOutput], {
          shape: kernel.shape,
          attributes,
        })
      : undefined,
  ]);
}

export const depthwiseConv2dLayers: Translations = {
  DepthwiseConv2D: (tape, [x], layer) => {
    const options = readWindow(layer);
    refuseDilated(tape, layer, options);
    const sums = depthwiseConv2d(tape, x!, layer.weight('depthwiseKernel'), options);
    return activate(tape, biasAdd(tape, sums, layer.weightIfAny('bias')), layer);
  },
  SeparableConv2D: (tape, [x], layer) => {
    const options = readWindow(layer);
    refuseDilated(tape, layer, options);
    const each = depthwiseConv2d(tape, x!, layer.weight('depthwiseKernel'), options);
    const plain: WindowOptions = { strides: [1, 1], dilations: [1, 1], padding: 'VALID' };
    const mixed = conv2d(tape, each, layer.weight('pointwiseKernel'), plain);
    return activate(tape, biasAdd(tape, mixed, layer.weightIfAny('bias')), layer);
  },
};
