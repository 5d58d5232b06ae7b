import type * as Tfjs from '@tensorflow/tfjs';

import type { Layer, LayerOptions } from '../../tf/models';
import { wholeTf } from '../../tf/whole-tf';
import { activationOf, onlyInput } from './activation-of';

const tf = wholeTf();

export interface PartialConv2dOptions extends LayerOptions {
  /** For each filter the input channels that it sees, from 0. */
  connections: readonly (readonly number[])[];
  kernelSize: number;
  /** Default 'linear'. */
  activation?: string;
}

class PartialConv2D extends tf.layers.Layer {
  /** What a saved model knows the layer by, and the graph engine too. */
  static readonly className = 'PartialConv2D';
  private readonly options: Required<Omit<PartialConv2dOptions, keyof LayerOptions>>;
  private readonly activate: (x: Tfjs.Tensor) => Tfjs.Tensor;
  private kernel!: Tfjs.LayerVariable;
  private bias!: Tfjs.LayerVariable;

  constructor(options: PartialConv2dOptions) {
    super(options);
    const { connections, kernelSize, activation = 'linear' } = options;
    this.options = { connections, kernelSize, activation };
    this.activate = activationOf(activation);
  }

  override build(inputShape: Tfjs.Shape): void {
    const { connections, kernelSize } = this.options;
    const size = [kernelSize, kernelSize, connections.flat().length];
    const { glorotUniform, zeros } = tf.initializers;
    this.kernel = this.addWeight('kernel', size, 'float32', glorotUniform({}));
    this.bias = this.addWeight('bias', [connections.length], 'float32', zeros());
    super.build(inputShape);
  }

  override call(inputs: Tfjs.Tensor | Tfjs.Tensor[]): Tfjs.Tensor {
    return tf.tidy(() => {
      const x = onlyInput(inputs);
      const { connections, kernelSize } = this.options;
      const [channels, filters] = [x.shape[3], connections.length];
      const places = tf.tensor1d(placesOf(connections), 'int32');
      const spread = tf
        .oneHot(places, channels * filters)
        .toFloat()
        .as2D(-1, channels * filters);
      const filled = tf
        .matMul(this.kernel.read().reshape([kernelSize ** 2, -1]), spread)
        .reshape<Tfjs.Tensor4D>([kernelSize, kernelSize, channels, filters]);
      return this.activate(tf.conv2d(x, filled, 1, 'valid').add(this.bias.read()));
    });
  }

  override computeOutputShape(inputShape: Tfjs.Shape): Tfjs.Shape {
    const { connections, kernelSize } = this.options;
    const [batch, height, width] = inputShape as number[];
    return [batch!, height! - kernelSize + 1, width! - kernelSize + 1, connections.length];
  }

  override getConfig(): Tfjs.serialization.ConfigDict {
    const { connections, kernelSize, activation } = this.options;
    return {
      ...super.getConfig(),
      connections: connections.map((seen) => [...seen]),
      kernelSize,
      activation,
    };
  }
}

tf.serialization.registerClass(PartialConv2D);

/** Where each link's filter stands in the whole kernel, whose last axes are [channels, filters]. */
export function placesOf(connections: readonly (readonly number[])[]): number[] {
  return connections.flatMap((seen, filter) =>
    seen.map((channel) => channel * connections.length + filter),
  );
}

/**
 * A convolution (stride 1, no padding) each of whose filters sees some of the channels only, as layer C3
 * of LeNet-5: LeCun and others, 1998, table I. It has one small filter for each link of channel and
 * filter, `kernel` `[kernelSize, kernelSize, links]`, and a bias a filter; it computes as a whole
 * convolution whose other weights are 0 and stay so.
 *
 * Input `[batch, height, width, channels]`, output `[batch, height', width', filters]`.
 *
 * @example
 * ```ts
 * const layer = partialConv2d({ connections: [[0, 1], [2]], kernelSize: 1 });
 * layer.apply(tf.zeros([1, 4, 4, 3]));
 * layer.countParams(); // => 5
 * ```
 */
export function partialConv2d(options: PartialConv2dOptions): Layer {
  return new PartialConv2D(options) as unknown as Layer;
}
