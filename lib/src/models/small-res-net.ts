import type { LayersModel } from '../tf/models';
import { convNorm } from './base/conv-norm';
import { averagedClasses } from './base/ends';
import { image, network } from './base/grow';
import { readOptions, refuse, scaled, type ModelOptions } from './base/options';
import { basicBlock } from './res-net-blocks';

const family = {
  title: 'SmallResNet',
  inputShape: [32, 32, 3] as [number, number, number],
  classes: 10,
  smallest: 4,
};

/** Filters of the three stages; the second and the third halve the image. */
const filters = [16, 32, 64];

/** How deep, with or without shortcuts. */
export interface SmallResNetOptions extends ModelOptions {
  /** Layers with weights, 6n + 2: 8, 14, 20, 32, 44, 56, 110. Default 20. */
  depth?: number;
  /** False: the plain network of the same layers. Default true. */
  shortcut?: boolean;
}

/**
 * The residual networks for small images, with which the paper shows that a plain network of 56 layers
 * learns its training set worse than one of 20, and a residual one does not. He and others, 2015, 4.2.
 *
 * Where a stage begins, the shortcut is a 1x1 convolution (the paper's option B; its own figures for small
 * images add zeros instead). Layers are named as in `resNet`: `conv1_conv`, `conv2_block1_1_conv` …
 *
 * @returns probabilities `[batch, classes]`; without top, feature maps `[batch, height / 4, width / 4, 64]`
 * @throws RangeError when an option makes no sense
 *
 * @example
 * ```ts
 * smallResNet({ depth: 20 }).countParams(); // => 274042
 * smallResNet({ depth: 20, shortcut: false }).countParams(); // => 271098
 * ```
 */
export function smallResNet(options: SmallResNetOptions = {}): LayersModel {
  const { inputShape, classes, includeTop, width } = readOptions(family, options);
  const { depth = 20, shortcut = true } = options;
  const count = (depth - 2) / 6;
  if (!Number.isInteger(count) || count < 1) refuse(family, 'depth', depth, '6n + 2, comme 8, 20 ou 56', 'depth: 20'); // prettier-ignore

  const input = image(inputShape);
  let x = convNorm(input, 'conv1', { filters: scaled(filters[0]!, width), kernelSize: 3 });
  for (const [i, maps] of filters.entries()) {
    for (let j = 1; j <= count; j++) {
      const changes = i > 0 && j === 1;
      x = basicBlock(x, `conv${i + 2}_block${j}`, {
        filters: scaled(maps, width),
        strides: changes ? 2 : 1,
        useBias: false,
        projection: changes,
        shortcut,
        strideIn: '3x3',
      });
    }
  }
  if (includeTop) x = averagedClasses(x, classes);
  return network(options.name ?? `smallresnet${depth}`, input, x);
}
