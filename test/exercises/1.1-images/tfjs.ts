/** What TensorFlow.js makes of the same numbers: an oracle that nobody here wrote. */
import * as tf from '@tensorflow/tfjs';
import type { Matrix } from './types';

tf.env().set('PROD', true); // no hint on stderr that a faster backend exists

/** The mean over the first three of four channels, in float32. */
export function tfGrayByMean(pixels: number[], width: number, height: number): Matrix {
  return tf.tidy(() => {
    const image = tf.tensor3d(pixels, [height, width, 4]);
    return image.slice([0, 0, 0], [height, width, 3]).mean(2).arraySync() as Matrix;
  });
}

/** 255 where a value is at least the threshold. Exact for integers and halves. */
export function tfBinarize(m: Matrix, threshold: number): Matrix {
  return tf.tidy(() =>
    tf.greaterEqual(tf.tensor2d(m), threshold).toInt().mul(255).arraySync(),
  ) as Matrix;
}
