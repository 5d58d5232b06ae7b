import { impossible, shapeCode, shapeText, valueText } from '../errors';
import { Volume } from '../volume/volume';
import { datasetFile } from './datasets-root';
import { readIdx } from './idx';
import { draw } from './random';

/** Images and the class of each, as a data set of IDX files gives them. */
export interface LabelledImages {
  /** `[count, 28, 28, 1]`, float32, from 0 (ground) to 1 (ink, or the brightest of the object). */
  images: Volume;
  /** The class of each image, 0 to 9. */
  labels: number[];
}

/** Which images of a data set are read. */
export interface LabelledImagesOptions {
  /** How many images to train with, at most 60,000. Default all. */
  train?: number;
  /** How many images to test with, at most 10,000. Default all. */
  test?: number;
  /** Chooses the images and their order: the same seed, the same images. Default 1. */
  seed?: number;
}

const side = 28;

/**
 * Reads one half of MNIST or of a data set laid out like it: `PREFIX-images-idx3-ubyte` and
 * `PREFIX-labels-idx1-ubyte`. Fewer than all are drawn by `random`, each at most once.
 *
 * @param from.doing how an error names the reading: « lire les chiffres de MNIST »
 * @param from.folder of datasets/cache
 * @throws RangeError when more images are wanted than there are, or less than one
 * @throws Error when a file is not there, is damaged, or holds something else
 */
export function readLabelledImages(
  from: { doing: string; folder: string },
  half: { prefix: 'train' | 't10k'; option: 'train' | 'test'; wanted: number | undefined },
  random: () => number,
): LabelledImages {
  const { doing, folder } = from;
  const pixels = readIdx(datasetFile(doing, folder, `${half.prefix}-images-idx3-ubyte`));
  const classes = readIdx(datasetFile(doing, folder, `${half.prefix}-labels-idx1-ubyte`));
  const [all = 0, height, width] = pixels.shape;
  if (height !== side || width !== side || classes.data.length !== all) {
    throw new Error(
      impossible(
        doing,
        `il faudrait des images de ${shapeText([side, side])} et autant d'étiquettes, mais il y a des images de forme ${shapeCode(pixels.shape)} et ${classes.data.length} étiquettes`,
        `effacez datasets/cache/${folder} et lancez «\u00a0npm run setup\u00a0» dans le dossier du cours`,
      ),
    );
  }
  const count = half.wanted ?? all;
  if (!Number.isInteger(count) || count < 1 || count > all) {
    throw new RangeError(
      impossible(
        doing,
        `${half.option} demande ${valueText(count)} images mais il y en a ${all}`,
        `donnez un entier de 1 à ${all}`,
      ),
    );
  }
  const images = Volume.zeros([count, side, side, 1], 'float32');
  const size = side * side;
  const labels: number[] = [];
  for (const [place, number] of draw(count, all, random).entries()) {
    for (let pixel = 0; pixel < size; pixel++) {
      images.data[place * size + pixel] = (pixels.data[number * size + pixel] as number) / 255;
    }
    labels.push(classes.data[number] as number);
  }
  return { images, labels };
}
