import type * as Tfjs from '@tensorflow/tfjs';

import type { LayersModel } from '../../tf/models';
import { Volume } from '../../volume/volume';
import { checkClasses, pickClass, probabilitiesOf } from './answer';
import { lookAt, runLayers, scoped } from './look';
import { findMaps } from './maps';
import type { OneImage } from './one-image';

/** For which class, and at which layer. */
export interface GradCamOptions {
  /** From 0. Default: the class that the model answers. */
  class?: number;
  /** Name of a layer that makes maps. Default: the last convolution or sum, before pooling, with more than one place. */
  layer?: string;
}

/** Where a model looks for a class. */
export interface GradCam {
  /** From 0. */
  class: number;
  /** Of the class. */
  probability: number;
  /** Of the class, before the softmax. */
  logit: number;
  /** Whose maps these are. */
  layer: string;
  /** One a channel: the mean over all places of d logit / d map. */
  weights: number[];
  /** `[height, width]` of the layer's maps: what of their weighted sum is positive. */
  map: Volume;
  /** `[height, width]` of the image: the same, spread over it bilinearly. */
  heat: Volume;
}

/**
 * Grad-CAM: which places of the maps of a layer speak for a class. The weight of a channel is the mean gradient of the
 * class's logit by its numbers; the maps, each times its weight, are summed, and what is negative is left out.
 * Selvaraju, Cogswell, Das, Vedantam, Parikh, Batra, « Grad-CAM: Visual Explanations from Deep Networks via
 * Gradient-based Localization », 2017, equations 1 and 2 (arXiv 1610.02391).
 *
 * The logit is the number before the softmax: where the model ends in one, its last layer is computed without it;
 * otherwise what the model gives counts as logit.
 *
 * Of several outputs (auxiliary classifiers) the first counts.
 *
 * @param model of one image `[height, width, channels]`, with an output `[batch, classes]`
 * @throws RangeError when image, layer or class are not the model's
 *
 * @example
 * ```ts
 * const one = tf.initializers.constant({ value: 1 });
 * const model = tf.sequential({ layers: [
 *   tf.layers.conv2d({ name: 'maps', inputShape: [2, 2, 1], filters: 1, kernelSize: 1, kernelInitializer: one }),
 *   tf.layers.globalAveragePooling2d({}),
 *   tf.layers.dense({ units: 2, kernelInitializer: one }),
 * ] });
 * const { weights, map } = gradCamOf(model, [[8, 0], [0, 4]], { class: 0 });
 * weights; // => [0.25]
 * map.toNested(2); // => [[2, 0], [0, 1]]
 * ```
 */
export function gradCamOf(
  model: LayersModel,
  image: OneImage,
  options: GradCamOptions = {},
): GradCam {
  const doing = 'calculer Grad-CAM';
  const look = lookAt(doing, model, image);
  checkClasses(doing, look.model);
  const layer = findMaps(doing, look.model, options.layer);
  const { tf } = look;
  const [height, width] = look.image.shape as [number, number];

  return scoped(tf, () => {
    const x = tf.tensor(look.image.data, [1, ...look.image.shape], 'float32');
    let maps = x;
    const logits = runLayers(look, x, (output, tensor) => {
      if (output === layer.output) maps = tensor;
      return tensor;
    });
    const values = logits.dataSync();
    const probabilities = probabilitiesOf(doing, look.model, values, 'logits')[0]!;
    const chosen = pickClass(doing, probabilities, options.class);
    // The same once more, with the layer's maps as a variable: whatever reads them is found, along every way.
    const logitBy = (at: Tfjs.Tensor): Tfjs.Tensor =>
      runLayers(look, x, (output, tensor) => (output === layer.output ? at : tensor))
        .slice([0, chosen], [1, 1])
        .reshape([]);
    const weights = tf.grad(logitBy)(maps).mean([0, 1, 2]);
    const map = tf.relu(maps.mul(weights).sum<Tfjs.Tensor3D>(3));
    const heat = tf.image.resizeBilinear(map.expandDims<Tfjs.Tensor4D>(3), [height, width], false, true); // prettier-ignore
    return {
      class: chosen,
      probability: probabilities[chosen]!,
      logit: values[chosen]!,
      layer: layer.name,
      weights: [...weights.dataSync()],
      map: volumeOf(map.shape.slice(1), map),
      heat: volumeOf([height, width], heat),
    };
  });
}

function volumeOf(shape: readonly number[], tensor: Tfjs.Tensor): Volume {
  return new Volume(shape, Float32Array.from(tensor.dataSync()));
}
