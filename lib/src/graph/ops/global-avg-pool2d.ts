import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';
import { broadcastTo, reduce } from './reduce';
import { reshape } from './reshape';

/**
 * The mean of each channel over the whole image.
 *
 * @param x `[batch, height, width, channels]`
 * @returns `[batch, channels]`, or `[batch, 1, 1, channels]`
 */
export function globalAvgPool2d(tape: Tape, x: Value, keepAxes = false): Value {
  const [, height, width, channels] = x.shape as number[];
  const output = reduce(tape, 'Mean', x, [1, 2], keepAxes);
  return tape.record([x], output, (dOutput) => {
    const share = tape.map('Mul', [dOutput, tape.graph.scalar(1 / (height! * width!))]);
    return [broadcastTo(tape, reshape(tape, share, [1, 1, channels!]), x)];
  });
}

export const globalAvgPool2dLayers: Translations = {
  GlobalAveragePooling2D: (tape, [x], layer) => {
    if (layer.config['dataFormat'] === 'channelsFirst') layer.refuse("dataFormat 'channelsFirst'");
    return globalAvgPool2d(tape, x!, layer.outputShape.length === 4);
  },
};
