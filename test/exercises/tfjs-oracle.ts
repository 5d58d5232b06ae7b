/** What TensorFlow.js makes of the same numbers: an oracle that nobody here wrote. */
import * as tf from '@tensorflow/tfjs';

tf.env().set('PROD', true); // no hint on stderr that a faster backend exists

/** tf.conv1d on one channel: correlation, zeros on both sides. Exact for small integers. */
export function tfConv1d(x: number[], k: number[], stride = 1, padding = 0): number[] {
  return tf.tidy(() => {
    const input = tf.pad(tf.tensor1d(x), [[padding, padding]]).reshape<tf.Tensor3D>([1, -1, 1]);
    const kernel = tf.tensor1d(k).reshape<tf.Tensor3D>([k.length, 1, 1]);
    return Array.from(tf.conv1d(input, kernel, stride, 'valid').dataSync());
  });
}

/** tf.conv2d on one channel: strides [vertical, horizontal], zeros on all sides. */
export function tfConv2d(
  x: number[][],
  k: number[][],
  stride: [number, number] = [1, 1],
  padding = 0,
): number[][] {
  return tf.tidy(() => {
    const sides: [number, number] = [padding, padding];
    const input = tf.pad(tf.tensor2d(x), [sides, sides]).expandDims<tf.Tensor3D>(2);
    const kernel = tf.tensor2d(k).expandDims(2).expandDims<tf.Tensor4D>(3);
    const y = tf.conv2d(input, kernel, stride, 'valid');
    return y.squeeze<tf.Tensor2D>([2]).arraySync();
  });
}

/** tf.conv2d with channels, filters and one bias a filter. */
export function tfFilterBank(x: number[][][], w: number[][][][], b: number[]): number[][][] {
  return tf.tidy(() => {
    const maps = tf.conv2d(tf.tensor3d(x), tf.tensor4d(w), 1, 'valid');
    return tf.add<tf.Tensor3D>(maps, tf.tensor1d(b)).arraySync();
  });
}
