import { impossible, valueText } from '../../errors';
import { shiftImages } from '../../images/move/shift-images';
import type { LayersModel } from '../../tf/models';
import type { Volume } from '../../volume/volume';
import { checkClasses, pickClass, probabilitiesOf } from './answer';
import { lookAt, runLayers, scoped } from './look';
import type { OneImage } from './one-image';

/** How far the image is moved, and which class is watched. */
export interface ShiftResponseOptions {
  /** Pixels to the left and to the right, at most the image's width. Default 8, or less for narrow images. */
  most?: number;
  /** From 0. Default: the class that the model answers where nothing is moved. */
  class?: number;
}

/** What a model answers to the same image, a little elsewhere each time. */
export interface ShiftResponse {
  /** From 0. */
  class: number;
  /** Pixels to the right, from `-most` to `most`. */
  shifts: number[];
  /** The image at each shift, `[height, width, channels]`; zeros come in. */
  images: Volume[];
  /** Of each class, a row for each shift. */
  probabilities: number[][];
}

/**
 * Moves an image to the left and to the right, pixel by pixel, and asks the model each time: a flat line of
 * probabilities is invariance. Zhang, « Making Convolutional Networks Shift-Invariant Again », 2019 (arXiv 1904.11486),
 * measures networks in this way.
 *
 * @param model of one image `[height, width, channels]`, with an output `[batch, classes]`
 * @throws RangeError when image or class are not the model's, or `most` does not fit the image
 *
 * @example
 * ```ts
 * const model = tf.sequential({ layers: [
 *   tf.layers.globalAveragePooling2d({ inputShape: [1, 4, 1] }),
 *   tf.layers.dense({ units: 1, kernelInitializer: 'ones' }),
 * ] });
 * const { shifts, probabilities } = shiftResponseOf(model, [[0, 8, 0, 4]], { most: 1 });
 * shifts; // => [-1, 0, 1]
 * probabilities; // => [[3], [3], [2]]
 * ```
 */
export function shiftResponseOf(
  model: LayersModel,
  image: OneImage,
  options: ShiftResponseOptions = {},
): ShiftResponse {
  const doing = 'décaler l’image';
  const look = lookAt(doing, model, image);
  checkClasses(doing, look.model);
  const [height = 1, width = 1, channels = 1] = look.image.shape;
  const { most = Math.min(8, width) } = options;
  if (!Number.isInteger(most) || most < 1 || most > width) {
    const found = `most vaut ${valueText(most)} mais il faut un entier de 1 à ${width}, la largeur de l’image`;
    throw new RangeError(impossible(doing, found, 'donnez par exemple { most: 4 }'));
  }
  const shifts = Array.from({ length: 2 * most + 1 }, (_, i) => i - most);
  const images = shifts.map((right) => shiftImages(look.image, { right }));
  const { tf } = look;
  const values = new Float32Array(images.length * look.image.size);
  for (const [i, one] of images.entries()) values.set(one.data, i * look.image.size);
  const logits = scoped(tf, () =>
    runLayers(look, tf.tensor(values, [images.length, height, width, channels])).dataSync(),
  );
  const probabilities = probabilitiesOf(doing, look.model, logits, 'logits');
  return {
    class: pickClass(doing, probabilities[most]!, options.class),
    shifts,
    images,
    probabilities,
  };
}
