import type { LayersModel } from '../tf/models';
import { averagedClasses, stem7x7 } from './base/ends';
import { image, network } from './base/grow';
import { readOptions, refuse, scaled, type ModelOptions } from './base/options';
import { basicBlock, bottleneck } from './res-net-blocks';

const family = {
  title: 'ResNet',
  inputShape: [224, 224, 3] as [number, number, number],
  classes: 1000,
  smallest: 32,
};

/** Filters of the stages conv2 to conv5; each but the first halves the image. */
const filters = [64, 128, 256, 512];

/** How many blocks each stage has, by the number of layers with weights. */
const blocks: Record<number, readonly number[]> = {
  18: [2, 2, 2, 2],
  34: [3, 4, 6, 3],
  50: [3, 4, 6, 3],
  101: [3, 4, 23, 3],
  152: [3, 8, 36, 3],
};

const stemNames = { margins: ['conv1_pad', 'pool1_pad'], pool: 'pool1_pool' } as const;

/** Which ResNet, and how large. */
export interface ResNetOptions extends ModelOptions {
  /** Layers with weights. 18 and 34 have blocks of two 3x3, the others bottlenecks. Default 50. */
  depth?: 18 | 34 | 50 | 101 | 152;
  /** False: the plain network of the same layers, which the paper compares with. Default true. */
  shortcut?: boolean;
  /** Biases in convolutions, as Keras has them from 50 layers on. Default: the same. */
  convBias?: boolean;
  /** Which convolution of a bottleneck halves the image: the paper's and Keras's '1x1', or PyTorch's '3x3'. */
  strideIn?: '1x1' | '3x3';
}

/**
 * ResNet: blocks that learn what to add to their input, which passes beside them untouched, so that the
 * gradient reaches the first of a hundred layers. He, Zhang, Ren, Sun, « Deep Residual Learning for Image
 * Recognition », 2015, table 1 (arXiv 1512.03385).
 *
 * Layers are named as in Keras: `conv1_conv`, `conv2_block1_1_conv` … `conv5_block3_out`, `avg_pool`,
 * `predictions`; `_0_conv` is the projection of a shortcut.
 *
 * @returns probabilities `[batch, classes]`; without top, feature maps `[batch, height / 32, width / 32, 2048]`
 * @throws RangeError when an option makes no sense
 *
 * @example
 * ```ts
 * const model = resNet({ depth: 18, inputShape: [32, 32, 3], classes: 10, width: 0.25 });
 * model.getLayer('conv2_block1_add').outputShape; // => [null, 8, 8, 16]
 * model.getLayer('conv5_block2_out').outputShape; // => [null, 1, 1, 128]
 * ```
 */
export function resNet(options: ResNetOptions = {}): LayersModel {
  const { inputShape, classes, includeTop, width } = readOptions(family, options);
  const { depth = 50, shortcut = true, strideIn = '1x1' } = options;
  const counts = blocks[depth] ?? refuse(family, 'depth', depth, '18, 34, 50, 101 ou 152', 'depth: 50'); // prettier-ignore
  if (!['1x1', '3x3'].includes(strideIn)) {
    refuse(family, 'strideIn', strideIn, "'1x1' ou '3x3'", "strideIn: '1x1'");
  }
  const deep = depth >= 50;
  const useBias = options.convBias ?? deep;
  const block = deep ? bottleneck : basicBlock;

  const input = image(inputShape);
  let x = stem7x7(input, scaled(filters[0]!, width), stemNames, useBias);
  for (const [i, count] of counts.entries()) {
    const name = `conv${i + 2}`;
    for (let j = 1; j <= count; j++) {
      const strides = i > 0 && j === 1 ? 2 : 1;
      // Only the 64 maps of the first stage already have the size and the number that a basic block gives.
      const projection = j === 1 && (deep || i > 0);
      const part = { filters: scaled(filters[i]!, width), strides, useBias, projection, shortcut, strideIn }; // prettier-ignore
      x = block(x, `${name}_block${j}`, part);
    }
  }
  if (includeTop) x = averagedClasses(x, classes);
  return network(options.name ?? `resnet${depth}`, input, x);
}
