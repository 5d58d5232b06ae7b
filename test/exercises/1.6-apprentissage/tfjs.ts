/** What TensorFlow.js makes of a loss and of its gradient: an oracle that nobody here wrote. */
import * as tf from '@tensorflow/tfjs';

tf.env().set('PROD', true); // no hint on stderr that a faster backend exists

/** The loss of a prediction. tfjs keeps q away from 0: give it no q below 1e-7. */
export const tfCrossEntropy = (p: number[], q: number[]): number =>
  tf.tidy(() => {
    const loss = tf.metrics.categoricalCrossentropy(tf.tensor2d([p]), tf.tensor2d([q]));
    return loss.dataSync()[0]!;
  });

/** The gradient that automatic differentiation finds for the loss of softmax(z): no formula for it. */
export const tfLogitsGradient = (z: number[], p: number[]): number[] =>
  tf.tidy(() => {
    const loss = (logits: tf.Tensor): tf.Tensor =>
      tf.losses.softmaxCrossEntropy(tf.tensor2d([p]), logits.expandDims(0));
    return Array.from(tf.grad(loss)(tf.tensor1d(z)).dataSync());
  });
