import type * as Tfjs from '@tensorflow/tfjs';

import { impossible, valueText } from '../../errors';
import type { LayersModel } from '../../tf/models';
import { Volume } from '../../volume/volume';
import { checkClasses, pickClass, probabilitiesOf } from './answer';
import { lookAt, scoped, type Look } from './look';
import type { OneImage } from './one-image';
import { cover, spread, startsOf } from './windows';

/** What is covered, and how. */
export interface OcclusionOptions {
  /** From 0. Default: the class that the model answers. */
  class?: number;
  /** Side of the square that is covered, in pixels. Default: a quarter of the image's smaller side. */
  window?: number;
  /** Pixels from one window to the next, at most the window. Default: a third of it. */
  stride?: number;
  /** What every pixel of the window becomes, in the image's own range. Default 0. */
  fill?: number;
}

/** What becomes of a class when a part of the image is covered. */
export interface Occlusion {
  /** From 0. */
  class: number;
  /** Of the class, with nothing covered. */
  probability: number;
  /** Side of what was covered, in pixels. */
  window: number;
  /** Pixels from one window to the next. */
  stride: number;
  /** What the pixels of a window became. */
  fill: number;
  /** Where the windows begin: their upper rows … */
  rows: number[];
  /** … and their left columns. */
  columns: number[];
  /** `[rows, columns]`: by how much the probability falls when that window is covered; negative: it rises. */
  falls: Volume;
  /** `[height, width]` of the image: for each pixel the mean over the windows that cover it. */
  heat: Volume;
}

/** Most images that are answered together, and most numbers of them: 7 photos of 224 x 224. */
const batch = 64;
const batchNumbers = 2 ** 20;

/**
 * Covers a window of the image, asks the model again, and does so all over the image: where the probability of the
 * class falls, the model needed what was there. Zeiler and Fergus, « Visualizing and Understanding Convolutional
 * Networks », 2014, section 4.2 (arXiv 1311.2901).
 *
 * Windows lie `stride` apart from the upper left corner; the last of a row or column touches the edge, so that
 * every pixel is covered at least once.
 *
 * @param model of one image `[height, width, channels]`, with an output `[batch, classes]`
 * @throws RangeError when image or class are not the model's, or a window does not fit into it
 *
 * @example
 * ```ts
 * const one = tf.initializers.constant({ value: 1 });
 * const model = tf.sequential({ layers: [
 *   tf.layers.globalAveragePooling2d({ inputShape: [2, 2, 1] }),
 *   tf.layers.dense({ units: 1, kernelInitializer: one }),
 * ] });
 * const { probability, falls } = occlusionOf(model, [[8, 0], [0, 4]], { window: 1, stride: 1 });
 * probability; // => 3
 * falls.toNested(2); // => [[2, 0], [0, 1]]
 * ```
 */
export function occlusionOf(
  model: LayersModel,
  image: OneImage,
  options: OcclusionOptions = {},
): Occlusion {
  const doing = 'cacher des fenêtres de l’image';
  const look = lookAt(doing, model, image);
  checkClasses(doing, look.model);
  const [height, width] = look.image.shape as [number, number];
  const { window, stride, fill } = readOptions(doing, options, Math.min(height, width));
  const [whole] = answersTo(doing, look, [look.image.data]);
  const chosen = pickClass(doing, whole!, options.class);
  const probability = whole![chosen]!;

  const rows = startsOf(height, window, stride);
  const columns = startsOf(width, window, stride);
  const places = rows.flatMap((row) => columns.map((column) => [row, column] as const));
  const falls = Volume.zeros([rows.length, columns.length], 'float64');
  const together = Math.min(batch, Math.max(1, Math.round(batchNumbers / look.image.size)));
  for (let first = 0; first < places.length; first += together) {
    const some = places.slice(first, first + together);
    const covered = some.map(([row, column]) => cover(look.image, row, column, window, fill));
    for (const [i, row] of answersTo(doing, look, covered).entries()) {
      falls.data[first + i] = probability - row[chosen]!;
    }
  }
  const heat = spread(falls, rows, columns, window, [height, width]);
  return { class: chosen, probability, window, stride, fill, rows, columns, falls, heat };
}

/** The probabilities of each image, a row each. */
function answersTo(doing: string, look: Look, images: readonly ArrayLike<number>[]): number[][] {
  const { tf, model, image } = look;
  const values = new Float32Array(images.length * image.size);
  for (const [i, one] of images.entries()) values.set(one, i * image.size);
  // predict() frees on its way what no layer needs any more: of large models that is gigabytes.
  const outputs = scoped(tf, () => {
    const x = tf.tensor(values, [images.length, ...image.shape], 'float32');
    const predicted = (model as unknown as Tfjs.LayersModel).predict(x, { batchSize: batch });
    return [predicted].flat()[0]!.dataSync();
  });
  return probabilitiesOf(doing, model, outputs, 'outputs');
}

function readOptions(
  doing: string,
  options: OcclusionOptions,
  side: number,
): { window: number; stride: number; fill: number } {
  const window = options.window ?? Math.max(1, Math.round(side / 4));
  const stride = options.stride ?? Math.max(1, Math.round(window / 3));
  const fill = options.fill ?? 0;
  const refuse = (option: string, value: number, wanted: string): never => {
    const found = `${option} vaut ${valueText(value)} mais il faut ${wanted}`;
    throw new RangeError(impossible(doing, found, 'donnez par exemple { window: 7, stride: 2, fill: 0 }')); // prettier-ignore
  };
  if (!Number.isInteger(window) || window < 1 || window > side) {
    refuse('window', window, `un entier de 1 à ${side}, le petit côté de l’image`);
  }
  if (!Number.isInteger(stride) || stride < 1 || stride > window) {
    refuse('stride', stride, `un entier de 1 à ${window}, pour que chaque pixel soit caché`);
  }
  if (!Number.isFinite(fill)) refuse('fill', fill, 'un nombre fini');
  return { window, stride, fill };
}
