/** What TensorFlow.js makes of the same numbers: an oracle that nobody here wrote. */
import * as tf from '@tensorflow/tfjs';
import type { Block, Matrix, Vector } from './types';

tf.env().set('PROD', true); // no hint on stderr that a faster backend exists

/** The layer tf.layers.flatten on a batch of one. */
export function tfFlatten(v: Block): Vector {
  return tf.tidy(() => {
    const strip = tf.layers.flatten().apply(tf.tensor4d([v])) as tf.Tensor;
    return Array.from(strip.dataSync());
  });
}

/** The layer tf.layers.dense: its kernel is the transpose of `w`. */
export function tfDense(x: Vector, w: Matrix, b: Vector): Vector {
  return tf.tidy(() => {
    const weights = [tf.tensor2d(w).transpose(), tf.tensor1d(b)];
    const layer = tf.layers.dense({ units: w.length, inputShape: [x.length], weights });
    return Array.from((layer.apply(tf.tensor2d([x])) as tf.Tensor).dataSync());
  });
}
