import { describe } from '../../models/describe/describe';
import type { LayersModel } from '../../tf/models';

/**
 * Multiplications with an addition that a training takes for one image: once forward through each layer, once for
 * the gradient of each kernel that learns, and once for each layer that must hand a gradient on to what learns
 * before it. A layer that learns costs three times its forward pass, a frozen one in front of all that
 * learns costs one.
 *
 * @param model with what is frozen frozen
 */
export function trainingMacs(model: LayersModel): number {
  let learnsBefore = false;
  let total = 0;
  for (const { macs, trainable } of describe(model).rows) {
    const passes = 1 + (learnsBefore ? 1 : 0) + (trainable > 0 ? 1 : 0);
    total += passes * macs;
    if (trainable > 0) learnsBefore = true;
  }
  return total;
}

/** The same, of one image that is only recognised. */
export const answeringMacs = (model: LayersModel): number => describe(model).totals.macs;
