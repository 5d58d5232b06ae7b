import { impossible, shapeCode, shapeText, valueText } from '../errors';
import { Volume } from '../volume/volume';
import { datasetFile } from './datasets-root';
import { readIdx } from './idx';
import { draw, seededRandom } from './random';

/** Which images of MNIST are read. */
export interface MnistOptions {
  /** How many images to train with, at most 60,000. Default all. */
  train?: number;
  /** How many images to test with, at most 10,000. Default all. */
  test?: number;
  /** Chooses the images and their order: the same seed, the same images. Default 1. */
  seed?: number;
}

/** Handwritten digits and what they are. */
export interface Digits {
  /** `[count, 28, 28, 1]`, float32, from 0 (ground) to 1 (ink). */
  images: Volume;
  /** The digit of each image, 0 to 9. */
  labels: number[];
}

const side = 28;

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
  return {
    train: readDigits('train', 'train', options.train, random),
    test: readDigits('t10k', 'test', options.test, random),
  };
}

function readDigits(
  prefix: string,
  option: 'train' | 'test',
  wanted: number | undefined,
  random: () => number,
): Digits {
  const doing = 'lire les chiffres de MNIST';
  const pixels = readIdx(datasetFile(doing, 'mnist', `${prefix}-images-idx3-ubyte`));
  const digits = readIdx(datasetFile(doing, 'mnist', `${prefix}-labels-idx1-ubyte`));
  const [all = 0, height, width] = pixels.shape;
  if (height !== side || width !== side || digits.data.length !== all) {
    throw new Error(
      impossible(
        doing,
        `il faudrait des images de ${shapeText([side, side])} et autant d'étiquettes, mais il y a des images de forme ${shapeCode(pixels.shape)} et ${digits.data.length} étiquettes`,
        'effacez datasets/cache/mnist et lancez «\u00a0npm run setup\u00a0» dans le dossier du cours',
      ),
    );
  }
  const count = wanted ?? all;
  if (!Number.isInteger(count) || count < 1 || count > all) {
    throw new RangeError(
      impossible(
        doing,
        `${option} demande ${valueText(count)} images mais il y en a ${all}`,
        `donnez un entier de 1 à ${all}`,
      ),
    );
  }
  const chosen = draw(count, all, random);
  const images = Volume.zeros([count, side, side, 1], 'float32');
  const size = side * side;
  const labels: number[] = [];
  for (const [place, number] of chosen.entries()) {
    for (let pixel = 0; pixel < size; pixel++) {
      images.data[place * size + pixel] = (pixels.data[number * size + pixel] as number) / 255;
    }
    labels.push(digits.data[number] as number);
  }
  return { images, labels };
}
