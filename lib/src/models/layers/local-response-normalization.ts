import type * as Tfjs from '@tensorflow/tfjs';

import { impossible, valueText } from '../../errors';
import type { Layer, LayerOptions } from '../../tf/models';
import { wholeTf } from '../../tf/whole-tf';

/** The numbers of the formula; those left out are AlexNet's. */
export interface LocalResponseNormalizationOptions extends LayerOptions {
  /** How many channels on each side count. Default 2: windows of 5 channels. */
  depthRadius?: number;
  /** What is added to the sum. Default 2. */
  bias?: number;
  /** What the sum of squares is multiplied by. Default 0.0001. */
  alpha?: number;
  /** The power. Default 0.75. */
  beta?: number;
}

const alexNet = { depthRadius: 2, bias: 2, alpha: 1e-4, beta: 0.75 };

const tf = wholeTf();

class LocalResponseNormalization extends tf.layers.Layer {
  /** What a saved model knows the layer by, and the graph engine too. */
  static readonly className = 'LocalResponseNormalization';
  private readonly numbers: typeof alexNet;

  constructor(options: LocalResponseNormalizationOptions = {}) {
    super(options);
    const { depthRadius, bias, alpha, beta } = { ...alexNet, ...options };
    this.numbers = { depthRadius, bias, alpha, beta };
    for (const [name, value] of Object.entries(this.numbers)) checkNumber(name, value);
  }

  override call(inputs: Tfjs.Tensor | Tfjs.Tensor[]): Tfjs.Tensor {
    const x = Array.isArray(inputs) ? inputs[0]! : inputs;
    const { depthRadius, bias, alpha, beta } = this.numbers;
    return tf.localResponseNormalization(x as Tfjs.Tensor4D, depthRadius, bias, alpha, beta);
  }

  override computeOutputShape(inputShape: Tfjs.Shape): Tfjs.Shape {
    return inputShape;
  }

  override getConfig(): Tfjs.serialization.ConfigDict {
    return { ...super.getConfig(), ...this.numbers };
  }
}

tf.serialization.registerClass(LocalResponseNormalization);

/**
 * Local response normalisation as a layer, which tfjs only has as an operation: each number is divided by
 * what its neighbours in the channels come to,
 *
 *     x[c] / (bias + alpha * sum of x[k]^2, k from c - depthRadius to c + depthRadius) ^ beta
 *
 * It has no weights. A model with it is saved and loaded as any other (once this module is imported), and
 * the graph engine translates it. Formula: Krizhevsky, Sutskever, Hinton, 2012, section 3.3, whose n is
 * 2 depthRadius + 1 and whose alpha is this one.
 *
 * Input and output: `[batch, height, width, channels]`.
 *
 * @throws RangeError when depthRadius is no whole number from 0, or another number is not finite and
 *   from 0
 *
 * @example
 * ```ts
 * const layer = localResponseNormalization({ depthRadius: 1, bias: 0, alpha: 1, beta: 1 });
 * const y = layer.apply(tf.tensor4d([2, 0, 2], [1, 1, 1, 3])) as Tensor;
 * y.arraySync(); // => [[[[0.5, 0, 0.5]]]]
 * ```
 */
export function localResponseNormalization(options: LocalResponseNormalizationOptions = {}): Layer {
  return new LocalResponseNormalization(options) as unknown as Layer;
}

function checkNumber(name: string, value: number): void {
  const whole = name === 'depthRadius';
  if (Number.isFinite(value) && value >= 0 && (!whole || Number.isInteger(value))) return;
  throw new RangeError(
    impossible(
      'faire une couche de normalisation locale (LRN)',
      `${name} vaut ${valueText(value)} mais il faut un nombre ${whole ? 'entier' : 'fini'} d'au moins 0`,
      `donnez par exemple ${name}: ${alexNet[name as keyof typeof alexNet]}`,
    ),
  );
}
