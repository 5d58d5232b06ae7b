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

/** The weights of a linear model after some steps of TensorFlow.js, each on all of the examples. */
export const tfFullBatch = (
  start: number[],
  { inputs, labels }: { inputs: number[][]; labels: number[] },
  { epochs, learningRate }: { epochs: number; learningRate: number },
): number[] =>
  tf.tidy(() => {
    const weights = tf.variable(tf.tensor1d(start));
    const [x, y] = [tf.tensor2d(inputs), tf.tensor1d(labels)];
    const optimizer = tf.train.sgd(learningRate);
    const loss = (): tf.Scalar => x.dot(weights).sub(y).square().mean();
    for (let step = 0; step < epochs; step++) optimizer.minimize(loss);
    const trained = Array.from(weights.dataSync());
    weights.dispose(); // tidy() leaves variables alone
    return trained;
  });
