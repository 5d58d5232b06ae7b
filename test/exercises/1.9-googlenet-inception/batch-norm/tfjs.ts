import * as tf from '@tensorflow/tfjs';
import type { Matrix, Mode, NormState } from './parts';

/** What TensorFlow.js gives for batchNorm; the state as it was. */
export function tfBatchNorm(x: Matrix, state: NormState, mode: Mode): { output: Matrix } {
  const { gamma, beta, epsilon } = state;
  return tf.tidy(() => {
    const batch = tf.tensor2d(x);
    const { mean, variance } =
      mode === 'train'
        ? tf.moments(batch, 0)
        : { mean: tf.tensor1d(state.mean), variance: tf.tensor1d(state.variance) };
    const output = tf.batchNorm(
      batch,
      mean as tf.Tensor1D,
      variance as tf.Tensor1D,
      beta,
      gamma,
      epsilon,
    );
    return { output: output.arraySync() };
  });
}
