import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';
import { activate } from './activations';
import { biasAdd } from './bias-add';
import { conv2d } from './conv2d';
import { readWindow, refuseDilated, type WindowOptions } from './options';
import { reshape, reshapeTo } from './reshape';

/**
 * Correlates sequences with filters: a convolution of images of one row.
 *
 * @param x `[batch, length, inChannels]`
 * @param kernel `[length, inChannels, outChannels]`
 * @param options of the row, whose second axis is the sequence's
 */
export function conv1d(tape: Tape, x: Value, kernel: Value, options: WindowOptions): Value {
  const row = reshape(tape, x, [1, ...(x.shape.slice(1) as number[])]);
  const wide = reshapeTo(tape, kernel, [1, ...kernel.shape]);
  const output = conv2d(tape, row, wide, options);
  return reshape(tape, output, output.shape.slice(2) as number[]);
}

export const conv1dLayers: Translations = {
  Conv1D: (tape, [x], layer) => {
    const options = readWindow(layer);
    refuseDilated(tape, layer, options);
    const sums = conv1d(tape, x!, layer.weight('kernel'), options);
    return activate(tape, biasAdd(tape, sums, layer.weightIfAny('bias')), layer);
  },
};
