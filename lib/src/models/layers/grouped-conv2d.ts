import type * as Tfjs from '@tensorflow/tfjs';

import { impossible } from '../../errors';
import { outputSize } from '../../shape/output-size';
import type { Layer, LayerOptions } from '../../tf/models';
import { wholeTf } from '../../tf/whole-tf';
import { activationOf, onlyInput } from './activation-of';

const tf = wholeTf();

/** A convolution, and into how many groups its channels are split. */
export interface GroupedConv2dOptions extends LayerOptions {
  /** In all groups together; a multiple of `groups`. */
  filters: number;
  /** Side of the square filters. */
  kernelSize: number;
  /** The input's channels too are a multiple of it. Default 1. */
  groups?: number;
  /** Default 1. */
  strides?: number;
  /** Default 'valid'. */
  padding?: 'valid' | 'same';
  /** Default 'linear'. */
  activation?: string;
  /** Default true. */
  useBias?: boolean;
}

const defaults = {
  groups: 1,
  strides: 1,
  padding: 'valid' as 'valid' | 'same',
  activation: 'linear',
  useBias: true,
};

class GroupedConv2D extends tf.layers.Layer {
  /** What a saved model knows the layer by, and the graph engine too. */
  static readonly className = 'GroupedConv2D';
  private readonly options: typeof defaults & { filters: number; kernelSize: number };
  private readonly activate: (x: Tfjs.Tensor) => Tfjs.Tensor;
  private kernel!: Tfjs.LayerVariable;
  private bias?: Tfjs.LayerVariable;

  constructor(options: GroupedConv2dOptions) {
    super(options);
    const { filters, kernelSize, groups, strides, padding, activation, useBias } = {
      ...defaults,
      ...options,
    };
    this.options = { filters, kernelSize, groups, strides, padding, activation, useBias };
    this.activate = activationOf(activation);
  }

  override build(inputShape: Tfjs.Shape): void {
    const { filters, kernelSize, groups, useBias } = this.options;
    const channels = inputShape.at(-1)!;
    if (channels % groups > 0 || filters % groups > 0) {
      throw new RangeError(
        impossible(
          `connecter la couche ${this.name}`,
          `${channels} canaux et ${filters} filtres ne se partagent pas en ${groups} groupes égaux`,
          'choisissez groups parmi leurs diviseurs communs',
        ),
      );
    }
    const size = [kernelSize, kernelSize, channels / groups, filters];
    const { glorotUniform, zeros } = tf.initializers;
    this.kernel = this.addWeight('kernel', size, 'float32', glorotUniform({}));
    if (useBias) this.bias = this.addWeight('bias', [filters], 'float32', zeros());
    super.build(inputShape);
  }

  override call(inputs: Tfjs.Tensor | Tfjs.Tensor[]): Tfjs.Tensor {
    return tf.tidy(() => {
      const { groups, strides, padding } = this.options;
      const kernels = tf.split<Tfjs.Tensor4D>(this.kernel.read(), groups, 3);
      const parts = tf
        .split<Tfjs.Tensor4D>(onlyInput(inputs), groups, 3)
        .map((part, i) => tf.conv2d(part, kernels[i]!, strides, padding));
      const sums = tf.concat(parts, 3);
      return this.activate(this.bias === undefined ? sums : sums.add(this.bias.read()));
    });
  }

  override computeOutputShape(inputShape: Tfjs.Shape): Tfjs.Shape {
    const { filters, kernelSize, strides, padding } = this.options;
    const [batch, height, width] = inputShape;
    const along = (length: number | null | undefined): number | null =>
      length == null ? null : outputSize(length, kernelSize, strides, padding);
    return [batch!, along(height), along(width), filters];
  }

  override getConfig(): Tfjs.serialization.ConfigDict {
    return { ...super.getConfig(), ...this.options };
  }
}

tf.serialization.registerClass(GroupedConv2D);

/**
 * A convolution in groups: the channels are split into equal parts, each filter sees one part only. With
 * two groups it is two convolutions side by side that know nothing of each other, at half the weights and
 * half the work, as on AlexNet's two graphics cards. tfjs has it not: `conv2d({ groups: 2 })` there is silently
 * a whole convolution.
 *
 * Input `[batch, height, width, channels]`, output `[batch, height', width', filters]`; `kernel`
 * `[kernelSize, kernelSize, channels / groups, filters]`, the filters of the first group first.
 *
 * @throws RangeError when it is connected to channels that the groups do not divide
 *
 * @example
 * ```ts
 * const layer = groupedConv2d({ filters: 6, kernelSize: 3, groups: 2 });
 * layer.apply(tf.zeros([1, 5, 5, 4]));
 * layer.countParams(); // => 114
 * ```
 */
export function groupedConv2d(options: GroupedConv2dOptions): Layer {
  return new GroupedConv2D(options) as unknown as Layer;
}
