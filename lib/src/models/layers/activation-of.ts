import type * as Tfjs from '@tensorflow/tfjs';

import { wholeTf } from '../../tf/whole-tf';

const tf = wholeTf();

/** An activation as a layer of ours computes it, by the name it has in tfjs or in this folder. */
export function activationOf(name: string): (x: Tfjs.Tensor) => Tfjs.Tensor {
  const layer = tf.layers.activation({ activation: name as 'tanh' });
  return (x) => layer.call(x, {}) as Tfjs.Tensor;
}

/** tfjs gives a layer its input alone or in a list. */
export function onlyInput(inputs: Tfjs.Tensor | Tfjs.Tensor[]): Tfjs.Tensor4D {
  return (Array.isArray(inputs) ? inputs[0]! : inputs) as Tfjs.Tensor4D;
}
