/** What TensorFlow.js makes of shifts and occlusions: an oracle that nobody here wrote. */
import * as tf from '@tensorflow/tfjs';

tf.env().set('PROD', true); // no hint on stderr that a faster backend exists

/** Columns to the right: cut, then padded or put together again. */
export function tfShift(image: number[][], d: number, border: 'zero' | 'wrap'): number[][] {
  return tf.tidy(() => {
    const x = tf.tensor2d(image);
    const [height, width] = x.shape;
    if (border === 'wrap') {
      const cut = ((-d % width) + width) % width;
      return tf
        .concat([x.slice([0, cut], [height, width - cut]), x.slice([0, 0], [height, cut])], 1)
        .arraySync();
    }
    const by = Math.min(Math.abs(d), width);
    const kept = x.slice([0, d > 0 ? 0 : by], [height, width - by]);
    const sides: [number, number] = d > 0 ? [by, 0] : [0, by];
    return tf.pad(kept, [[0, 0], sides]).arraySync();
  });
}

/** Of a linear score: what lies under the window, weighted by the template, is what falls. */
export function tfOcclusion(
  template: number[][],
  image: number[][],
  window: number,
  fill: number,
): number[][] {
  return tf.tidy(() => {
    const parts = tf.mul(tf.sub(tf.tensor2d(image), fill), tf.tensor2d(template));
    const sums = tf.conv2d(
      parts.expandDims<tf.Tensor3D>(2),
      tf.ones<tf.Rank.R4>([window, window, 1, 1]),
      1,
      'valid',
    );
    return sums.squeeze<tf.Tensor2D>([2]).arraySync();
  });
}
