import { checkOptions } from '../../ops/check-options';
import { impossible, shapeCode } from '../../errors';
import type { InitializerName } from '../initializers';
import type { ActivationName } from './activation';
import type { Layer } from './layer';
import { given, readActivation, readCount, readInitializer } from './read-options';

/** Options of the layer `dense`. */
export interface DenseLayerOptions {
  /** How many numbers come out. */
  units: number;
  /** Default true. */
  useBias?: boolean;
  /** Default none. */
  activation?: ActivationName;
  /** Default `'glorotUniform'`, as tfjs; before a relu `'heUniform'` or `'heNormal'` suit better. */
  initializer?: InitializerName;
}

/**
 * A dense layer: `[inUnits]` becomes `[units]`, each a weighted sum of all inputs.
 *
 * Learns `kernel` `[inUnits, units]` and `bias` `[units]`.
 *
 * @throws RangeError when an option is not what it must be; when the network is built, if the input is
 *   an image
 */
export function dense(options: DenseLayerOptions): Layer {
  const doing = 'créer une couche dense';
  checkOptions(options, ['units', 'useBias', 'activation', 'initializer'], doing);
  const units = readCount(options.units, 'units', doing);
  const initializer = readInitializer(options.initializer ?? 'glorotUniform', doing);
  const { useBias = true } = options;
  return {
    type: 'dense',
    options: given(options),
    activation: readActivation(options.activation, doing),
    outputShape(shape, what) {
      if (shape.length === 1) return [units];
      throw new RangeError(
        impossible(
          what,
          `son entrée a la forme ${shapeCode(shape)} mais elle prend des vecteurs [unités]`,
          'mettez flatten() ou globalAvgPool2d() juste avant',
        ),
      );
    },
    weights: ([inUnits = 1]) => [
      { name: 'kernel', shape: [inUnits, units], initializer, trainable: true },
      ...(useBias
        ? [{ name: 'bias', shape: [units], initializer: 'zeros' as const, trainable: true }]
        : []),
    ],
    forward: (input, { engine, weights }) =>
      engine.dense(input, weights['kernel']!, { bias: weights['bias'] }),
    backward(dOutput, input, { engine, weights }) {
      const found = engine.denseBackward(dOutput, input, weights['kernel']!, {});
      return { dInput: found.dInput, weights: { kernel: found.dKernel, bias: found.dBias } };
    },
  };
}
