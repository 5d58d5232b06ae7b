import type { LayersModel } from '../tf/models';
import { chain, image, network } from './base/grow';
import { readOptions, refuse, type ModelOptions } from './base/options';
import { grow, roundFilters, stages, type Scale } from './efficient-net-body';
import { inputNormalization } from './layers/input-normalization';

const family = {
  title: 'EfficientNet',
  inputShape: [224, 224, 3] as [number, number, number],
  classes: 1000,
  smallest: 32,
};

/** What the authors' code scales B0 by. The formula of the paper gives other resolutions from B1 on. */
export const efficientNetScales: readonly Readonly<Scale>[] = [
  { width: 1, depth: 1, resolution: 224, dropout: 0.2 },
  { width: 1, depth: 1.1, resolution: 240, dropout: 0.2 },
  { width: 1.1, depth: 1.2, resolution: 260, dropout: 0.3 },
  { width: 1.2, depth: 1.4, resolution: 300, dropout: 0.3 },
  { width: 1.4, depth: 1.8, resolution: 380, dropout: 0.4 },
  { width: 1.6, depth: 2.2, resolution: 456, dropout: 0.4 },
  { width: 1.8, depth: 2.6, resolution: 528, dropout: 0.5 },
  { width: 2, depth: 3.1, resolution: 600, dropout: 0.5 },
];

/** Mean and deviation of ImageNet's channels, for pixels from 0 to 255. */
const pixels = {
  mean: [0.485, 0.456, 0.406].map((x) => 255 * x),
  deviation: [0.229, 0.224, 0.225].map((x) => 255 * x),
};

/** Which EfficientNet, and how large. */
export interface EfficientNetOptions extends ModelOptions {
  /** 0 to 7: B0 to B7. Default 0. */
  scale?: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** Multiplies the number of blocks of each stage, on top of what `scale` says. Default 1. */
  depth?: number;
  /** False: what comes in is not normalised. Default true where it has 3 channels, from 0 to 255. */
  normalization?: boolean;
  /** Share of units dropped before the classes. Default: what `scale` says. */
  dropout?: number;
  /** Share of images for which the last block is left out in training; it grows from 0. Default 0.2. */
  dropConnect?: number;
}

/**
 * EfficientNet: B0 was found by search; B1 to B7 make it deeper, wider and its image larger, all three at once.
 * Tan, Le, « EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks », 2019, table 1
 * (arXiv 1905.11946).
 *
 * Layers are named as in Keras: `stem_conv`, `block1a_dwconv`, `block2a_expand_conv` … `top_conv`, `avg_pool`,
 * `predictions`. Pixels go from 0 to 255. Keras counts 7 parameters more, its constants of the input.
 *
 * @returns probabilities `[batch, classes]`; without top, feature maps `[batch, height / 32, width / 32, 1280]`
 *   for B0
 * @throws RangeError when an option makes no sense
 *
 * @example
 * ```ts
 * onPaper(() => efficientNet({ scale: 0 })).countParams(); // => 5330564
 * onPaper(() => efficientNet({ scale: 7 })).countParams(); // => 66658680
 * ```
 */
export function efficientNet(options: EfficientNetOptions = {}): LayersModel {
  const { scale = 0, dropConnect = 0.2 } = options;
  const by = efficientNetScales[scale] ?? refuse(family, 'scale', scale, 'un entier de 0 à 7', 'scale: 0'); // prettier-ignore
  const size: [number, number, number] = [by.resolution, by.resolution, 3];
  const read = readOptions({ ...family, inputShape: size }, options);
  const { inputShape, classes, includeTop } = read;
  const { normalization = inputShape[2] === 3, depth = 1, dropout = by.dropout } = options;
  checkOptions(depth, dropConnect, normalization, inputShape[2]);
  const filters = (count: number): number => roundFilters(count, by.width * read.width);
  const repeats = (count: number): number => Math.ceil(count * by.depth * depth);

  const input = image(inputShape);
  const x = normalization ? chain(input, inputNormalization({ name: 'normalization', ...pixels })) : input; // prettier-ignore
  const output = grow(x, {
    style: { activation: 'swish', squeeze: true, margins: 'layers' },
    ends: [filters(32), filters(1280)],
    stages: stages.map((stage) => ({
      ...stage,
      filters: filters(stage.filters),
      repeats: repeats(stage.repeats),
    })),
    dropConnect,
    top: includeTop ? { classes, dropout } : undefined,
  });
  return network(options.name ?? `efficientnetb${scale}`, input, output);
}

function checkOptions(
  depth: number,
  dropConnect: number,
  normalization: boolean,
  channels: number,
): void {
  if (!(Number.isFinite(depth) && depth > 0)) refuse(family, 'depth', depth, 'un nombre fini au-dessus de 0', 'depth: 1'); // prettier-ignore
  if (!(dropConnect >= 0 && dropConnect < 1)) refuse(family, 'dropConnect', dropConnect, 'une part de 0 à 1 exclu', 'dropConnect: 0.2'); // prettier-ignore
  if (normalization && channels !== 3) refuse(family, 'normalization', normalization, `false pour ${channels}\u00a0canaux`, 'normalization: false'); // prettier-ignore
}
