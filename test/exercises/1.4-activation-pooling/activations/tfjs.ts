/** What TensorFlow.js makes of one number, and the slope that its own differentiation finds. */
import * as tf from '@tensorflow/tfjs';

tf.env().set('PROD', true); // no hint on stderr that a faster backend exists

const valueOf = (f: (x: tf.Tensor) => tf.Tensor, x: number): number =>
  tf.tidy(() => f(tf.tensor1d([x])).dataSync()[0]!);

const slopeOf = (f: (x: tf.Tensor) => tf.Tensor, x: number): number =>
  tf.tidy(
    () =>
      tf
        .grad(f)(tf.tensor1d([x]))
        .dataSync()[0]!,
  );

const leaky = (leak: number) => (x: tf.Tensor) => tf.leakyRelu(x, leak);

export const tfRelu = (x: number): number => valueOf(tf.relu, x);
export const tfReluSlope = (x: number): number => slopeOf(tf.relu, x);
export const tfLeakyRelu = (x: number, leak = 0.1): number => valueOf(leaky(leak), x);
export const tfLeakyReluSlope = (x: number, leak = 0.1): number => slopeOf(leaky(leak), x);
/** tfjs knows no alpha but 1. */
export const tfElu = (x: number): number => valueOf(tf.elu, x);
export const tfEluSlope = (x: number): number => slopeOf(tf.elu, x);
