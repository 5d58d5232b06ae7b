import type * as Tfjs from '@tensorflow/tfjs';

import type { Layer, LayerOptions } from '../../tf/models';
import { wholeTf } from '../../tf/whole-tf';

const tf = wholeTf();

export interface RadialBasisOptions extends LayerOptions {
  /** What each class should look like: `[classes, inputs]`. It is not learned. */
  codes: readonly (readonly number[])[];
}

class RadialBasis extends tf.layers.Layer {
  /** What a saved model knows the layer by, and the graph engine too. */
  static readonly className = 'RadialBasis';
  private readonly drawn: readonly (readonly number[])[];
  private codes!: Tfjs.LayerVariable;

  constructor(options: RadialBasisOptions) {
    super(options);
    this.drawn = options.codes;
  }

  override build(inputShape: Tfjs.Shape): void {
    const shape = [this.drawn.length, this.drawn[0]!.length];
    const drawn = { apply: () => tf.tensor2d(this.drawn.map((code) => [...code])) };
    this.codes = this.addWeight('codes', shape, 'float32', drawn as never, undefined, false);
    super.build(inputShape);
  }

  override call(inputs: Tfjs.Tensor | Tfjs.Tensor[]): Tfjs.Tensor {
    return tf.tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0]! : inputs) as Tfjs.Tensor2D;
      const codes = this.codes.read() as Tfjs.Tensor2D;
      // |x - code|^2 = |x|^2 - 2 x.code + |code|^2
      const products = tf.matMul(x, codes, false, true).mul(2);
      return products.sub(x.square().sum(1, true)).sub(codes.square().sum(1));
    });
  }

  override computeOutputShape(inputShape: Tfjs.Shape): Tfjs.Shape {
    return [inputShape[0]!, this.drawn.length];
  }

  override getConfig(): Tfjs.serialization.ConfigDict {
    return { ...super.getConfig(), codes: this.drawn.map((code) => [...code]) };
  }
}

tf.serialization.registerClass(RadialBasis);

/**
 * How near the input is to the code of each class: minus the squared distance. The output layer of LeNet-5
 * (LeCun and others, 1998, p. 8) gives the distance itself, of which the smallest wins; with the sign turned, the
 * largest wins, and a softmax makes probabilities of it. The codes are weights that are not learned.
 *
 * Input `[batch, inputs]`, output `[batch, classes]`.
 *
 * @example
 * ```ts
 * const layer = radialBasis({ codes: [[1, 1], [1, -1]] });
 * (layer.apply(tf.tensor2d([[1, 0]])) as Tensor).arraySync(); // => [[-1, -1]]
 * ```
 */
export function radialBasis(options: RadialBasisOptions): Layer {
  return new RadialBasis(options) as unknown as Layer;
}
