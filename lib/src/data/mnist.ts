import {
  type LabelledImages,
  type LabelledImagesOptions,
  readLabelledImages,
} from './labelled-images';
import { seededRandom } from './random';

/** Which images of MNIST are read. */
export type MnistOptions = LabelledImagesOptions;

/** Handwritten digits and what they are: the class of an image is its digit. */
export type Digits = LabelledImages;

/**
 * Reads MNIST: images of handwritten digits, 28 by 28 pixels. Test images come from other writers'
 * hands than those to train with.
 *
 * Fewer than all are drawn by the seed, each at most once. Data: LeCun, Cortes, Burges, from NIST.
 *
 * @throws RangeError when more images are asked for than there are, or less than one
 * @throws Error when the files are not there (the message tells how to get them) or damaged
 */
export function loadMnist(options: MnistOptions = {}): { train: Digits; test: Digits } {
  const random = seededRandom(options.seed ?? 1);
  const from = { doing: 'lire les chiffres de MNIST', folder: 'mnist' };
  const { train, test } = options;
  return {
    train: readLabelledImages(from, { prefix: 'train', option: 'train', wanted: train }, random),
    test: readLabelledImages(from, { prefix: 't10k', option: 'test', wanted: test }, random),
  };
}
