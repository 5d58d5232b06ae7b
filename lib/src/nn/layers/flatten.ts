import type { Layer } from './layer';

/**
 * Lays an image's numbers in one row, channels fastest: `[height, width, channels]` becomes
 * `[height * width * channels]`. Nothing to learn, nothing to compute: the numbers stay where they are.
 */
export function flatten(): Layer {
  return {
    type: 'flatten',
    options: {},
    outputShape: (shape) => [shape.reduce((product, length) => product * length, 1)],
    forward: (input) => input.reshape([input.shape[0]!, input.size / input.shape[0]!]),
    backward: (dOutput, input) => ({ dInput: dOutput.reshape(input.shape) }),
  };
}
