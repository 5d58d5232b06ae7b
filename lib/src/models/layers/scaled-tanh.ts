import type * as Tfjs from '@tensorflow/tfjs';

import { wholeTf } from '../../tf/whole-tf';

const tf = wholeTf();

/** LeNet-5's activation, 1.7159 tanh(2x / 3): it maps 1 to 1 and -1 to -1. LeCun and others, 1998, p. 8. */
class ScaledTanh extends tf.serialization.Serializable {
  static readonly className = 'scaledTanh';

  apply(x: Tfjs.Tensor): Tfjs.Tensor {
    return tf.tidy(() => x.mul(2 / 3).tanh().mul(1.7159)); // prettier-ignore
  }

  override getConfig(): Tfjs.serialization.ConfigDict {
    return {};
  }
}

tf.serialization.registerClass(ScaledTanh);

/** Its name, for the option `activation` of any layer; a saved model knows it by this name too. */
export const scaledTanh = 'scaledTanh';
