import type { LayersModel } from '../tf/models';
import { wholeTf } from '../tf/whole-tf';
import { chain, image, network, type Symbolic } from './base/grow';
import { choose, readOptions, scaled, type ModelOptions } from './base/options';

const { layers } = wholeTf();

const family = {
  title: 'VGG',
  inputShape: [224, 224, 3] as [number, number, number],
  classes: 1000,
  smallest: 32,
};

/** Filters of the convolutions of each block; every block ends in a pooling that halves the image. */
const filters = [64, 128, 256, 512, 512];

/** How many convolutions each block has, by the number of layers with weights: columns A, B, D, E. */
const convolutions: Record<number, readonly number[]> = {
  11: [1, 1, 2, 2, 2],
  13: [2, 2, 2, 2, 2],
  16: [2, 2, 3, 3, 3],
  19: [2, 2, 4, 4, 4],
};

/** Which VGG, and how large. */
export interface VggOptions extends ModelOptions {
  /** Layers with weights: 11, 13, 16 or 19. Default 16. */
  depth?: 11 | 13 | 16 | 19;
  /** True: the third convolution of a block is 1x1; with depth 16 that is column C. Default false. */
  pointwise?: boolean;
  /** Share of units dropped behind each of the two hidden dense layers. Default 0.5. */
  dropout?: number;
}

/**
 * VGG, of Oxford's Visual Geometry Group: 3x3 convolutions one behind the other, one, two, three or four
 * before each pooling, as many filters as the image has lost pixels, then three dense layers that hold
 * nine tenths of the weights. Simonyan, Zisserman, 2014, table 1 (arXiv 1409.1556).
 *
 * Layers are named as in Keras: `block1_conv1` … `block5_pool`, `fc1`, `fc2`, `predictions`.
 *
 * @returns probabilities `[batch, classes]`; without top, feature maps `[batch, height / 32, width / 32, 512]`
 * @throws RangeError when an option makes no sense
 *
 * @example
 * ```ts
 * const model = vgg({ depth: 11, inputShape: [32, 32, 3], classes: 10, width: 0.125 });
 * model.getLayer('block5_pool').outputShape; // => [null, 1, 1, 64]
 * model.countParams(); // => 445626
 * ```
 */
export function vgg(options: VggOptions = {}): LayersModel {
  const { inputShape, classes, includeTop, width } = readOptions(family, options);
  const { depth = 16, pointwise = false, dropout = 0.5 } = options;
  const counts = choose(family, 'depth', depth, convolutions);

  const input = image(inputShape);
  let x = input;
  for (const [i, count] of counts.entries()) {
    x = block(x, `block${i + 1}`, count, scaled(filters[i]!, width), pointwise);
  }
  if (includeTop) x = classifier(x, scaled(4096, width), classes, dropout);
  return network(options.name ?? `vgg${depth}`, input, x);
}

function block(x: Symbolic, name: string, count: number, filters: number, pointwise: boolean) {
  for (let i = 1; i <= count; i++) {
    const kernelSize = pointwise && i === 3 ? 1 : 3;
    x = chain(
      x,
      layers.conv2d({ name: `${name}_conv${i}`, filters, kernelSize, padding: 'same', activation: 'relu' }), // prettier-ignore
    );
  }
  return chain(x, layers.maxPooling2d({ name: `${name}_pool`, poolSize: 2, strides: 2 }));
}

function classifier(x: Symbolic, units: number, classes: number, rate: number): Symbolic {
  return chain(
    x,
    layers.flatten({ name: 'flatten' }),
    layers.dense({ name: 'fc1', units, activation: 'relu' }),
    layers.dropout({ name: 'dropout1', rate }),
    layers.dense({ name: 'fc2', units, activation: 'relu' }),
    layers.dropout({ name: 'dropout2', rate }),
    layers.dense({ name: 'predictions', units: classes, activation: 'softmax' }),
  );
}
