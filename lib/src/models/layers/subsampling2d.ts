import type * as Tfjs from '@tensorflow/tfjs';

import type { Layer, LayerOptions } from '../../tf/models';
import { wholeTf } from '../../tf/whole-tf';
import { activationOf, onlyInput } from './activation-of';

const tf = wholeTf();

export interface Subsampling2dOptions extends LayerOptions {
  /** Side of the windows, which do not overlap. */
  poolSize: number;
  /** Default 'linear'. */
  activation?: string;
}

class Subsampling2D extends tf.layers.Layer {
  /** What a saved model knows the layer by, and the graph engine too. */
  static readonly className = 'Subsampling2D';
  private readonly options: { poolSize: number; activation: string };
  private readonly activate: (x: Tfjs.Tensor) => Tfjs.Tensor;
  private coefficient!: Tfjs.LayerVariable;
  private bias!: Tfjs.LayerVariable;

  constructor(options: Subsampling2dOptions) {
    super(options);
    const { poolSize, activation = 'linear' } = options;
    this.options = { poolSize, activation };
    this.activate = activationOf(activation);
  }

  override build(inputShape: Tfjs.Shape): void {
    const channels = [inputShape.at(-1)!];
    const { ones, zeros } = tf.initializers;
    this.coefficient = this.addWeight('coefficient', channels, 'float32', ones());
    this.bias = this.addWeight('bias', channels, 'float32', zeros());
    super.build(inputShape);
  }

  override call(inputs: Tfjs.Tensor | Tfjs.Tensor[]): Tfjs.Tensor {
    return tf.tidy(() => {
      const { poolSize } = this.options;
      const means = tf.avgPool(onlyInput(inputs), poolSize, poolSize, 'valid');
      return this.activate(means.mul(this.coefficient.read()).add(this.bias.read()));
    });
  }

  override computeOutputShape(inputShape: Tfjs.Shape): Tfjs.Shape {
    const { poolSize } = this.options;
    const [batch, height, width, channels] = inputShape as number[];
    const windows = (length: number): number => Math.floor(length / poolSize);
    return [batch!, windows(height!), windows(width!), channels!];
  }

  override getConfig(): Tfjs.serialization.ConfigDict {
    const { poolSize, activation } = this.options;
    return { ...super.getConfig(), poolSize, strides: poolSize, padding: 'valid', activation };
  }
}

tf.serialization.registerClass(Subsampling2D);

/**
 * Average pooling that learns: the mean of each window, times a coefficient of the channel, plus a bias of
 * the channel, then the activation. Layers S2 and S4 of LeNet-5 (LeCun and others, 1998, p. 7) add up
 * the window where this takes its mean; with a coefficient that is learned it is the same.
 *
 * Input `[batch, height, width, channels]`, output `[batch, height / poolSize, width / poolSize, channels]`.
 *
 * @example
 * ```ts
 * const layer = subsampling2d({ poolSize: 2 });
 * const y = layer.apply(tf.tensor4d([1, 2, 3, 6], [1, 2, 2, 1])) as Tensor;
 * y.dataSync()[0]; // => 3
 * ```
 */
export function subsampling2d(options: Subsampling2dOptions): Layer {
  return new Subsampling2D(options) as unknown as Layer;
}
