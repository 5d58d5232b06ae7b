import type * as Tfjs from '@tensorflow/tfjs';

import type { WholeTf } from '../../../tf/whole-tf';

/**
 * The largest value of each channel, whose gradient equal places share; that of tfjs's `max` gives each
 * of them all of it.
 *
 * @param x `[batch, height, width, channels]`
 * @returns `[batch, channels]`
 */
export function sharedGlobalMax(tf: WholeTf, x: Tfjs.Tensor4D): Tfjs.Tensor {
  const pool = tf.customGrad((input, save) => {
    const [images, keep] = [input as Tfjs.Tensor, save as Tfjs.GradSaveFunc];
    const largest = images.max([1, 2], true);
    keep([images, largest]);
    const gradFunc = (dOutput: Tfjs.Tensor, saved: Tfjs.Tensor[]): Tfjs.Tensor => {
      const [all, top] = saved as [Tfjs.Tensor, Tfjs.Tensor];
      const places = all.equal(top).cast('float32');
      const share = dOutput.reshape(top.shape).div(places.sum([1, 2], true));
      return places.mul(share);
    };
    return { value: largest.squeeze([1, 2]), gradFunc };
  });
  return pool(x);
}
