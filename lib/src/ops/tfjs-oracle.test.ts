import * as tf from '../tf';

import type { Padding } from '../shape/pad-axis';
import { Volume } from '../volume/volume';

/** tfjs's own answers, as float32 Volumes: TensorFlow's where its library is in place. */
export function tfConv2d(
  input: Volume,
  kernel: Volume,
  options: { stride: [number, number]; padding: Padding; bias: Volume },
): Volume {
  return compute(() => {
    const x = tf.tensor4d(numbers(input), input.shape as [number, number, number, number]);
    const w = tf.tensor4d(numbers(kernel), kernel.shape as [number, number, number, number]);
    const b = tf.tensor1d(numbers(options.bias));
    const { padding, stride } = options;
    if (typeof padding === 'string') return tf.conv2d(x, w, stride, padding).add(b);
    // tfjs takes a number only where the stride leaves no rest: lay the zeros first.
    const around: [number, number] = [padding, padding];
    const padded = x.pad<tf.Tensor4D>([[0, 0], around, around, [0, 0]]);
    return tf.conv2d(padded, w, stride, 'valid').add(b);
  });
}

/** See `tfConv2d`. */
export function tfConv1d(
  input: Volume,
  kernel: Volume,
  options: { stride: number; padding: 'valid' | 'same'; bias: Volume },
): Volume {
  return compute(() => {
    const x = tf.tensor3d(numbers(input), input.shape as [number, number, number]);
    const w = tf.tensor3d(numbers(kernel), kernel.shape as [number, number, number]);
    return tf.conv1d(x, w, options.stride, options.padding).add(tf.tensor1d(numbers(options.bias)));
  });
}

function numbers(volume: Volume): Float32Array {
  return Float32Array.from(volume.data);
}

function compute(build: () => tf.Tensor): Volume {
  const result = tf.tidy(build);
  const volume = new Volume(result.shape, Float32Array.from(result.dataSync()));
  result.dispose();
  return volume;
}
