import * as tf from '@tensorflow/tfjs';

import type { Padding } from '../shape/pad-axis';
import { Volume } from '../volume/volume';

/**
 * tfjs's own answers, as Volumes, for the tests of our operations. Its pure backend: it is there
 * on every machine, and the numbers are the same.
 */
interface Options {
  stride: [number, number];
  padding: Padding;
  bias: Volume;
}

export function tfConv2d(input: Volume, kernel: Volume, options: Options): Volume {
  return compute(() => {
    const x = tf.tensor4d(
      input.data as Float32Array,
      input.shape as [number, number, number, number],
    );
    const w = tf.tensor4d(
      kernel.data as Float32Array,
      kernel.shape as [number, number, number, number],
    );
    const b = tf.tensor1d(options.bias.data as Float32Array);
    const { padding: pad, stride } = options;
    if (typeof pad === 'string') return tf.conv2d(x, w, stride, pad).add(b);
    // tfjs takes a number only for whole outputs; zeros laid by hand let the stride leave a rest.
    const padded = tf.pad4d(x, [
      [0, 0],
      [pad, pad],
      [pad, pad],
      [0, 0],
    ]);
    return tf.conv2d(padded, w, stride, 'valid').add(b);
  });
}

export function tfConv1d(
  input: Volume,
  kernel: Volume,
  options: { stride: number; padding: 'valid' | 'same'; bias: Volume },
): Volume {
  return compute(() => {
    const x = tf.tensor3d(input.data as Float32Array, input.shape as [number, number, number]);
    const w = tf.tensor3d(kernel.data as Float32Array, kernel.shape as [number, number, number]);
    const b = tf.tensor1d(options.bias.data as Float32Array);
    return tf.conv1d(x, w, options.stride, options.padding).add(b);
  });
}

function compute(build: () => tf.Tensor): Volume {
  const result = tf.tidy(build);
  const volume = new Volume(result.shape, result.dataSync<'float32'>());
  result.dispose();
  return volume;
}

before(() => tf.setBackend('cpu'));
