/** The same network on TensorFlow.js: its gradients, and its steps. */
import * as tf from '@tensorflow/tfjs';
import type { Digits } from './digits';
import type { Network } from './network';

tf.env().set('PROD', true); // no hint on stderr that a faster backend exists

const names = ['conv1.w', 'conv1.b', 'conv2.w', 'conv2.b', 'dense.w', 'dense.b'] as const;
type Name = (typeof names)[number];

/** The gradients of the mean loss, as tfjs derives them. */
export function twinGradients(network: Network, batch: Digits): Network {
  return tidily(() => {
    const weights = toTensors(network);
    const ordered = names.map((name) => weights[name]);
    const loss = (...given: tf.Tensor[]): tf.Scalar =>
      lossOf(Object.fromEntries(names.map((name, i) => [name, given[i]!])) as Weights, batch);
    const found = tf.grads(loss)(ordered);
    return fromTensors(Object.fromEntries(names.map((name, i) => [name, found[i]!])) as Weights);
  });
}

/** The parameters after a step of gradient descent on each batch. */
export function twinSteps(network: Network, batches: readonly Digits[], rate: number): Network {
  let learned = network;
  for (const batch of batches) {
    const slopes = twinGradients(learned, batch);
    learned = tidily(() => {
      const [weights, down] = [toTensors(learned), toTensors(slopes)];
      const moved = names.map((name) => [name, weights[name].sub(down[name].mul(rate))]);
      return fromTensors(Object.fromEntries(moved) as Weights);
    });
  }
  return learned;
}

/** `tf.tidy` gives back tensors; here numbers come out of it. */
function tidily<T>(compute: () => T): T {
  const found: T[] = [];
  tf.tidy(() => void found.push(compute()));
  return found[0]!;
}

type Weights = Record<Name, tf.Tensor>;

function lossOf(weights: Weights, { images, labels }: Digits): tf.Scalar {
  const x = tf.tensor3d(images).expandDims<tf.Tensor4D>(3);
  const stage = (input: tf.Tensor4D, w: tf.Tensor, b: tf.Tensor): tf.Tensor4D =>
    tf.maxPool(tf.relu(tf.add(tf.conv2d(input, w as tf.Tensor4D, 1, 'valid'), b)), 2, 2, 'valid');
  const first = stage(x, weights['conv1.w'], weights['conv1.b']);
  const second = stage(first, weights['conv2.w'], weights['conv2.b']);
  const flat = second.reshape([images.length, -1]);
  const logits = tf.add(tf.matMul(flat, weights['dense.w']), weights['dense.b']);
  return tf.losses.softmaxCrossEntropy(tf.oneHot(labels, 10), logits).asScalar();
}

const toTensors = ({ conv1, conv2, dense }: Network): Weights => ({
  'conv1.w': tf.tensor4d(conv1.w),
  'conv1.b': tf.tensor1d(conv1.b),
  'conv2.w': tf.tensor4d(conv2.w),
  'conv2.b': tf.tensor1d(conv2.b),
  'dense.w': tf.tensor2d(dense.w),
  'dense.b': tf.tensor1d(dense.b),
});

function fromTensors(weights: Weights): Network {
  const layer = (name: 'conv1' | 'conv2' | 'dense') => ({
    w: weights[`${name}.w`].arraySync(),
    b: weights[`${name}.b`].arraySync(),
  });
  return { conv1: layer('conv1'), conv2: layer('conv2'), dense: layer('dense') } as Network;
}
