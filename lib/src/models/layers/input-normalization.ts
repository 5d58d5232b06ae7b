import type * as Tfjs from '@tensorflow/tfjs';

import type { Layer, LayerOptions } from '../../tf/models';
import { wholeTf } from '../../tf/whole-tf';
import { onlyInput } from './activation-of';

const tf = wholeTf();

/** What pixels are brought to. */
export interface InputNormalizationOptions extends LayerOptions {
  /** Taken away from each channel. */
  mean: number[];
  /** Each channel is divided by it. */
  deviation: number[];
}

class InputNormalization extends tf.layers.Layer {
  /** What a saved model knows the layer by, and the graph engine too. */
  static readonly className = 'InputNormalization';
  private readonly options: { mean: number[]; deviation: number[] };

  constructor(options: InputNormalizationOptions) {
    super(options);
    const { mean, deviation } = options;
    this.options = { mean, deviation };
  }

  override call(inputs: Tfjs.Tensor | Tfjs.Tensor[]): Tfjs.Tensor {
    const { mean, deviation } = this.options;
    return tf.tidy(() => onlyInput(inputs).sub(mean).div(deviation));
  }

  override computeOutputShape(inputShape: Tfjs.Shape): Tfjs.Shape {
    return inputShape;
  }

  override getConfig(): Tfjs.serialization.ConfigDict {
    return { ...super.getConfig(), ...this.options };
  }
}

tf.serialization.registerClass(InputNormalization);

/**
 * Brings each channel of pictures to a mean near 0 and a deviation near 1, by constants that belong to the
 * pictures a network was trained on: (x - mean) / deviation. It has no weights; Keras's `Rescaling` and
 * `Normalization` together, whose constants count as seven parameters there.
 *
 * Input and output `[batch, height, width, channels]`.
 *
 * @example
 * ```ts
 * const layer = inputNormalization({ mean: [100, 120], deviation: [50, 60] });
 * const y = layer.apply(tf.tensor4d([150, 0], [1, 1, 1, 2])) as Tensor;
 * [...y.dataSync()]; // => [1, -2]
 * ```
 */
export function inputNormalization(options: InputNormalizationOptions): Layer {
  return new InputNormalization(options) as unknown as Layer;
}
