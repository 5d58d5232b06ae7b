import {
  type LabelledImages,
  type LabelledImagesOptions,
  readLabelledImages,
} from './labelled-images';
import { seededRandom } from './random';

/** The ten classes of Fashion-MNIST, in French, in the order of their numbers. */
export const fashionClasses = [
  't-shirt',
  'pantalon',
  'pull',
  'robe',
  'manteau',
  'sandale',
  'chemise',
  'basket',
  'sac',
  'bottine',
] as const;

/** Images of clothes and what they are. */
export interface Fashion {
  /** To train with. */
  train: LabelledImages;
  /** To test with. */
  test: LabelledImages;
  /** The name of each class: that of an image is `classes[label]`. */
  classes: typeof fashionClasses;
}

/**
 * Reads Fashion-MNIST: 70,000 photos of clothes from a shop's catalogue, grey, 28 by 28 pixels, laid
 * out like MNIST and harder to tell apart. Options and images are as {@link loadMnist} has them.
 *
 * Data: Xiao, Rasul and Vollgraf, Zalando Research (2017), MIT licence.
 *
 * @throws RangeError when more images are asked for than there are, or less than one
 * @throws Error when the files are not there (the message tells how to get them) or damaged
 */
export function loadFashionMnist(options: LabelledImagesOptions = {}): Fashion {
  const random = seededRandom(options.seed ?? 1);
  const from = { doing: 'lire les vêtements de Fashion-MNIST', folder: 'fashion-mnist' };
  const { train, test } = options;
  return {
    train: readLabelledImages(from, { prefix: 'train', option: 'train', wanted: train }, random),
    test: readLabelledImages(from, { prefix: 't10k', option: 'test', wanted: test }, random),
    classes: fashionClasses,
  };
}
