import type { LayersModel } from '../tf/models';
import { wholeTf } from '../tf/whole-tf';
import { averagedClasses, stem7x7 } from './base/ends';
import { chain, image, join, network, type Symbolic } from './base/grow';
import { readOptions, refuse, scaled, type ModelOptions } from './base/options';

const { layers } = wholeTf();

const family = {
  title: 'DenseNet',
  inputShape: [224, 224, 3] as [number, number, number],
  classes: 1000,
  smallest: 32,
};

/** How many layers each dense block has, by the number of layers with weights: table 1. */
const blocks: Record<number, readonly number[]> = {
  121: [6, 12, 24, 16],
  169: [6, 12, 32, 32],
  201: [6, 12, 48, 32],
};

/** As Keras has them. */
const stemNames = { margins: ['zero_padding2d', 'zero_padding2d_1'], pool: 'pool1' } as const;

/** Which DenseNet, and how large. */
export interface DenseNetOptions extends ModelOptions {
  /** Layers with weights: 121, 169 or 201. Default 121. */
  depth?: 121 | 169 | 201;
  /** Layers of each dense block, instead of what `depth` says. */
  blocks?: readonly number[];
  /** Maps that each layer of a block adds. Default 32, times `width`. */
  growthRate?: number;
  /** Share of the maps that a transition keeps. Default 0.5. */
  compression?: number;
}

/**
 * DenseNet: in a block, each layer reads the maps of all layers before it and adds a few of its own; between
 * blocks, a transition keeps half of them and halves the image. Huang, Liu, van der Maaten, Weinberger,
 * « Densely Connected Convolutional Networks », 2016, table 1 (arXiv 1608.06993).
 *
 * Layers are named as in Keras: `conv1_conv`, `conv2_block1_1_conv` … `conv2_block6_concat`, `pool2_conv` …
 * `relu`, `avg_pool`, `predictions`.
 *
 * @returns probabilities `[batch, classes]`; without top, feature maps, `[batch, height / 32, width / 32, 1024]` for 121
 * @throws RangeError when an option makes no sense
 *
 * @example
 * ```ts
 * const model = denseNet({ blocks: [2, 3], inputShape: [32, 32, 3], classes: 10, growthRate: 8, width: 0.25 });
 * model.getLayer('conv2_block2_concat').outputShape; // => [null, 8, 8, 32]
 * model.getLayer('pool2_pool').outputShape; // => [null, 4, 4, 16]
 * ```
 */
export function denseNet(options: DenseNetOptions = {}): LayersModel {
  const { inputShape, classes, includeTop, width } = readOptions(family, options);
  const { depth = 121, compression = 0.5 } = options;
  const counts = options.blocks ?? blocks[depth] ?? refuse(family, 'depth', depth, '121, 169 ou 201', 'depth: 121'); // prettier-ignore
  const growth = options.growthRate ?? scaled(32, width);
  checkWhole('blocks', counts, '[6, 12]');
  checkWhole('growthRate', [growth], '12');
  if (!(compression > 0 && compression <= 1)) refuse(family, 'compression', compression, 'un nombre au-dessus de 0, d’au plus 1', 'compression: 0.5'); // prettier-ignore

  const input = image(inputShape);
  let x = stem7x7(input, scaled(64, width), stemNames);
  for (const [i, count] of counts.entries()) {
    for (let j = 1; j <= count; j++) x = denseLayer(x, `conv${i + 2}_block${j}`, growth);
    if (i < counts.length - 1) x = transition(x, `pool${i + 2}`, compression);
  }
  x = chain(x, norm('bn'), layers.reLU({ name: 'relu' }));
  if (includeTop) x = averagedClasses(x, classes);
  return network(options.name ?? (options.blocks ? 'densenet' : `densenet${depth}`), input, x);
}

/** Normalise, relu, 1x1 to four times the growth, the same again and 3x3; its maps join those before. */
function denseLayer(x: Symbolic, name: string, growth: number): Symbolic {
  const maps = chain(
    x,
    norm(`${name}_0_bn`),
    layers.reLU({ name: `${name}_0_relu` }),
    layers.conv2d({ name: `${name}_1_conv`, filters: 4 * growth, kernelSize: 1, useBias: false }),
    norm(`${name}_1_bn`),
    layers.reLU({ name: `${name}_1_relu` }),
    layers.conv2d({ name: `${name}_2_conv`, filters: growth, kernelSize: 3, padding: 'same', useBias: false }), // prettier-ignore
  );
  return join(layers.concatenate({ name: `${name}_concat` }), x, maps);
}

/** Between two blocks: fewer maps, of half the side. */
function transition(x: Symbolic, name: string, compression: number): Symbolic {
  const filters = Math.max(1, Math.floor(x.shape.at(-1)! * compression));
  return chain(
    x,
    norm(`${name}_bn`),
    layers.reLU({ name: `${name}_relu` }),
    layers.conv2d({ name: `${name}_conv`, filters, kernelSize: 1, useBias: false }),
    layers.averagePooling2d({ name: `${name}_pool`, poolSize: 2, strides: 2 }),
  );
}

const norm = (name: string) => layers.batchNormalization({ name, epsilon: 1.001e-5 });

function checkWhole(option: string, found: readonly number[], example: string): void {
  if (found.length > 0 && found.every((n) => Number.isInteger(n) && n >= 1)) return;
  refuse(family, option, found, 'des nombres entiers d’au moins 1', `${option}: ${example}`);
}
