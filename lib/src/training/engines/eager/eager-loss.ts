import type * as Tfjs from '@tensorflow/tfjs';

import type { Tensor } from '../../../tf/tensors';
import type { LossName } from '../../../graph/losses';
import type { WholeTf } from '../../../tf/whole-tf';

/**
 * A loss of one's own, in tfjs's operations; then the eager engine trains.
 *
 * @param targets `[batch, classes]`, 1 at the right class
 * @param output `[batch, classes]`, of the model
 * @returns a scalar, or `[batch]`, of which the mean is taken
 */
export type CustomLoss = (targets: Tensor, output: Tensor) => Tensor;

/** The loss of a batch as tfjs computes it: a scalar. `output` are logits where `fromLogits`. */
export function eagerLoss(
  tf: WholeTf,
  loss: LossName | CustomLoss,
  fromLogits: boolean,
  targets: Tfjs.Tensor2D,
  output: Tfjs.Tensor2D,
): Tfjs.Scalar {
  if (typeof loss === 'function') {
    const ours = loss(targets as unknown as Tensor, output as unknown as Tensor);
    return (ours as unknown as Tfjs.Tensor).mean<Tfjs.Scalar>();
  }
  if (loss === 'meanSquaredError') return output.squaredDifference(targets).mean<Tfjs.Scalar>();
  if (fromLogits) return tf.losses.softmaxCrossEntropy(targets, output);
  const clipped = output.clipByValue(1e-7, 1);
  return targets.mul(clipped.log()).sum(-1).mean<Tfjs.Scalar>().neg();
}
