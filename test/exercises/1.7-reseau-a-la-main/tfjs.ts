/** The gradients that TensorFlow.js finds by automatic differentiation: an oracle that nobody here wrote. */
import * as tf from '@tensorflow/tfjs';
import type {
  Conv2dBackward,
  ConvGradients,
  DenseBackward,
  DenseGradients,
  Matrix,
  MaxPoolBackward,
} from './types';

tf.env().set('PROD', true); // no hint on stderr that a faster backend exists

/** tf.matMul and its bias. */
export const tfDenseBackward: DenseBackward = (dy, x, w) =>
  tf.tidy(() => {
    const forward = (input: tf.Tensor, kernel: tf.Tensor, bias: tf.Tensor): tf.Tensor =>
      tf.add(tf.matMul(input, kernel), bias);
    const [dx, dw, db] = tf.grads(forward)(
      [tf.tensor2d(x), tf.tensor2d(w), tf.zeros([w[0]!.length])],
      tf.tensor2d(dy),
    );
    return { dx: nested(dx), dw: nested(dw), db: nested(db) } as DenseGradients;
  });

/** tf.maxPool, its windows inside the map. */
export const tfMaxPoolBackward: MaxPoolBackward = (dy, x, size, stride) =>
  tf.tidy(() => {
    const forward = (map: tf.Tensor): tf.Tensor =>
      tf.maxPool(map.expandDims<tf.Tensor3D>(2), size, stride, 'valid').squeeze([2]);
    return nested(tf.grad(forward)(tf.tensor2d(x), tf.tensor2d(dy))) as Matrix;
  });

/** tf.conv2d after tf.pad, and its bias. */
export const tfConv2dBackward: Conv2dBackward = (dy, x, w, stride = [1, 1], padding = 0) =>
  tf.tidy(() => {
    const sides: [number, number] = [padding, padding];
    const forward = (image: tf.Tensor, filters: tf.Tensor, bias: tf.Tensor): tf.Tensor => {
      const padded = tf.pad(image as tf.Tensor3D, [sides, sides, [0, 0]]);
      return tf.add(tf.conv2d(padded, filters as tf.Tensor4D, stride, 'valid'), bias);
    };
    const [dx, dw, db] = tf.grads(forward)(
      [tf.tensor3d(x), tf.tensor4d(w), tf.zeros([w[0]![0]![0]!.length])],
      tf.tensor3d(dy),
    );
    return { dx: nested(dx), dw: nested(dw), db: nested(db) } as ConvGradients;
  });

const nested = (gradient: tf.Tensor | undefined): unknown => gradient!.arraySync();
