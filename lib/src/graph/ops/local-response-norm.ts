import type { Value } from '../build/value';
import type { Translations } from '../model/layer';
import type { Tape } from '../tape';

export interface LocalResponseNormOptions {
  depthRadius: number;
  bias: number;
  alpha: number;
  beta: number;
}

/**
 * Divides each number by what its neighbours in the channels come to:
 * x / (bias + alpha sum of x^2 within depthRadius channels)^beta. Krizhevsky and others, 2012, 3.3.
 *
 * @param x `[batch, height, width, channels]`
 */
export function localResponseNorm(
  tape: Tape,
  x: Value,
  { depthRadius, bias, alpha, beta }: LocalResponseNormOptions,
): Value {
  const attributes = {
    T: { type: 'float32' as const },
    depth_radius: { int: depthRadius },
    bias: { real: bias },
    alpha: { real: alpha },
    beta: { real: beta },
  };
  const { shape } = x;
  const output = tape.add('LRN', [x], { shape, attributes });
  return tape.record([x], output, (dOutput) => [
    tape.add('LRNGrad', [dOutput, x, output], { shape, attributes }),
  ]);
}

/** tfjs has no such layer: it is that of `models/layers`. */
export const localResponseNormLayers: Translations = {
  LocalResponseNormalization: (tape, [x], layer) => {
    const number = (name: keyof LocalResponseNormOptions): number => {
      const value = layer.config[name];
      return typeof value === 'number' ? value : layer.refuse(`sans ${name} dans sa config, elle`);
    };
    return localResponseNorm(tape, x!, {
      depthRadius: number('depthRadius'),
      bias: number('bias'),
      alpha: number('alpha'),
      beta: number('beta'),
    });
  },
};
