import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';
import { reduce } from './reduce';
import { reshape } from './reshape';

/**
 * The largest value of each channel over the whole image. Equal ones share the gradient.
 *
 * @param x `[batch, height, width, channels]`
 * @returns `[batch, channels]`
 */
export function globalMaxPool2d(tape: Tape, x: Value): Value {
  const output = reduce(tape, 'Max', x, [1, 2]);
  return tape.record([x], output, (dOutput) => {
    const places = [1, 1, x.shape[3] as number];
    const isLargest = tape.add('Equal', [x, reshape(tape, output, places)], {
      shape: x.shape,
      dtype: 'bool',
      attributes: { T: { type: 'float32' } },
    });
    const ones = tape.add('Cast', [isLargest], {
      shape: x.shape,
      attributes: { SrcT: { type: 'bool' }, DstT: { type: 'float32' } },
    });
    const count = reduce(tape, 'Sum', ones, [1, 2]);
    const share = tape.map('RealDiv', [dOutput, count]);
    return [tape.map('Mul', [ones, reshape(tape, share, places)])];
  });
}

export const globalMaxPool2dLayers: Translations = {
  GlobalMaxPooling2D: (tape, [x], layer) => {
    if (layer.config['dataFormat'] === 'channelsFirst') layer.refuse("dataFormat 'channelsFirst'");
    return globalMaxPool2d(tape, x!);
  },
};
