/** What TensorFlow.js makes of the same map: an oracle that nobody here wrote. */
import * as tf from '@tensorflow/tfjs';
import type { Matrix, Mode, Padding } from './types';

tf.env().set('PROD', true); // no hint on stderr that a faster backend exists

/** tf.maxPool, tf.avgPool; for sums, tf.conv2d by a kernel of ones. */
export function tfPool(
  x: Matrix,
  size: number,
  stride: number,
  mode: Mode,
  padding: Padding = 'valid',
): Matrix {
  return tf.tidy(() => {
    const input = tf.tensor2d(x).expandDims<tf.Tensor3D>(2);
    const ones = (): tf.Tensor4D => tf.ones([size, size, 1, 1]);
    const y = {
      max: () => tf.maxPool(input, size, stride, padding),
      average: () => tf.avgPool(input, size, stride, padding),
      sum: () => tf.conv2d(input, ones(), stride, padding),
    }[mode]();
    return y.squeeze<tf.Tensor2D>([2]).arraySync();
  });
}
