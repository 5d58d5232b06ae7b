import type { LayersModel } from '../tf/models';
import { wholeTf } from '../tf/whole-tf';
import { convNorm } from './base/conv-norm';
import { chain, image, join, network, type Symbolic } from './base/grow';
import { readOptions, refuse, scaled, type ModelOptions } from './base/options';
import { localResponseNormalization } from './layers/local-response-normalization';

const { layers } = wholeTf();

const family = {
  title: 'GoogLeNet',
  inputShape: [224, 224, 3] as [number, number, number],
  classes: 1000,
  smallest: 32,
};

/** Maps of a module: 1x1, 3x3 reduce, 3x3, 5x5 reduce, 5x5, pool proj; table 1 of the paper. */
const modules: Record<string, readonly [number, number, number, number, number, number]> = {
  '3a': [64, 96, 128, 16, 32, 32],
  '3b': [128, 128, 192, 32, 96, 64],
  '4a': [192, 96, 208, 16, 48, 64],
  '4b': [160, 112, 224, 24, 64, 64],
  '4c': [128, 128, 256, 24, 64, 64],
  '4d': [112, 144, 288, 32, 64, 64],
  '4e': [256, 160, 320, 32, 128, 128],
  '5a': [256, 160, 320, 32, 128, 128],
  '5b': [384, 192, 384, 48, 128, 128],
};

/** Which GoogLeNet, and how large. */
export interface GoogLeNetOptions extends ModelOptions {
  /**
   * True: with the two auxiliary classifiers, behind 4a and 4d, which help the first layers to learn and are
   * taken off afterwards. The model then has three outputs, the main one first. Default false.
   */
  auxiliary?: boolean;
  /** 'torchvision': normalised over the batch, and 3x3 where the paper has 5x5. Default 'paper'. */
  version?: 'paper' | 'torchvision';
  /** False: a dropout layer less in front of each classifier. Default true: 0.4, and 0.7 in auxiliary ones. */
  dropout?: boolean;
}

/**
 * GoogLeNet, or Inception v1: modules that look at the same maps through windows of 1x1, 3x3 and 5x5 at
 * once, after 1x1 convolutions that make the maps few. Szegedy and others, « Going Deeper with
 * Convolutions », 2014, table 1 (arXiv 1409.4842).
 *
 * Layers are named as in the authors' file: `conv1_7x7_s2`, `pool1_norm1`, `inception_3a_1x1`,
 * `inception_3a_3x3_reduce`, `inception_3a_output` … `pool5_7x7_s1`, `loss3_classifier`; auxiliary:
 * `loss1_conv` …
 *
 * @returns probabilities `[batch, classes]`, three times with `auxiliary`; without top, feature maps
 *   `[batch, height / 32, width / 32, 1024]`
 * @throws RangeError when an option makes no sense
 *
 * @example
 * ```ts
 * const model = googLeNet({ inputShape: [32, 32, 3], classes: 10, width: 0.25 });
 * model.getLayer('inception_3a_output').outputShape; // => [null, 4, 4, 64]
 * model.getLayer('inception_5b_output').outputShape; // => [null, 1, 1, 256]
 * ```
 */
export function googLeNet(options: GoogLeNetOptions = {}): LayersModel {
  const { inputShape, classes, includeTop, width } = readOptions(family, options);
  const { auxiliary = false, version = 'paper', dropout = true } = options;
  if (!['paper', 'torchvision'].includes(version)) {
    refuse(family, 'version', version, "'paper' ou 'torchvision'", "version: 'paper'");
  }
  const kind: Kind = { norm: version === 'torchvision', width, classes, dropout };

  const input = image(inputShape);
  let x = stem(input, kind);
  const side: Symbolic[] = [];
  for (const [name, maps] of Object.entries(modules)) {
    if (name === '4a' || name === '5a') x = halved(x, name === '4a' ? 'pool3' : 'pool4');
    x = inception(x, `inception_${name}`, maps, kind);
    if (auxiliary && includeTop && name === '4a') side.push(auxiliaryClassifier(x, 'loss1', kind));
    if (auxiliary && includeTop && name === '4d') side.push(auxiliaryClassifier(x, 'loss2', kind));
  }
  if (includeTop) {
    x = chain(x, layers.globalAveragePooling2d({ name: 'pool5_7x7_s1' }));
    x = classified(x, 'loss3_classifier', 0.4, kind);
  }
  return network(options.name ?? 'googlenet', input, side.length > 0 ? [x, ...side] : x);
}

/** What all convolutions and classifiers of one network share. */
interface Kind {
  norm: boolean;
  width: number;
  classes: number;
  dropout: boolean;
}

/** Down to an eighth of the image's side, 192 maps. */
function stem(x: Symbolic, kind: Kind): Symbolic {
  const local = (name: string) => (kind.norm ? [] : [localResponseNormalization({ name, depthRadius: 2, alpha: 1e-4 / 5, beta: 0.75, bias: 1 })]); // prettier-ignore
  const far = conv(x, 'conv1_7x7_s2', 64, 7, kind, 2);
  const less = chain(halved(far, 'pool1'), ...local('pool1_norm1'));
  const more = conv(conv(less, 'conv2_3x3_reduce', 64, 1, kind), 'conv2_3x3', 192, 3, kind);
  return halved(chain(more, ...local('conv2_norm2')), 'pool2');
}

/** Four branches side by side, their maps one behind the other. */
function inception(x: Symbolic, name: string, maps: readonly number[], kind: Kind): Symbolic {
  const [one, reduce3, three, reduce5, five, project] = maps as [number, number, number, number, number, number]; // prettier-ignore
  const pooled = chain(
    x,
    layers.maxPooling2d({ name: `${name}_pool`, poolSize: 3, strides: 1, padding: 'same' }),
  );
  return join(
    layers.concatenate({ name: `${name}_output` }),
    conv(x, `${name}_1x1`, one, 1, kind),
    conv(conv(x, `${name}_3x3_reduce`, reduce3, 1, kind), `${name}_3x3`, three, 3, kind),
    conv(conv(x, `${name}_5x5_reduce`, reduce5, 1, kind), `${name}_5x5`, five, kind.norm ? 3 : 5, kind), // prettier-ignore
    conv(pooled, `${name}_pool_proj`, project, 1, kind),
  );
}

/** Means of 5x5 windows, 1x1 convolution to 128 maps, a hidden layer of 1,024 units, the classes. */
function auxiliaryClassifier(x: Symbolic, name: string, kind: Kind): Symbolic {
  const side = (axis: 1 | 2) => Math.min(5, x.shape[axis]!);
  const means = chain(
    x,
    layers.averagePooling2d({ name: `${name}_ave_pool`, poolSize: [side(1), side(2)], strides: 3 }),
  );
  const hidden = chain(
    conv(means, `${name}_conv`, 128, 1, kind),
    layers.flatten({ name: `${name}_flatten` }),
    layers.dense({ name: `${name}_fc`, units: scaled(1024, kind.width), activation: 'relu' }),
  );
  return classified(hidden, `${name}_classifier`, 0.7, kind);
}

function classified(x: Symbolic, name: string, rate: number, { classes, dropout }: Kind): Symbolic {
  const kept = dropout ? chain(x, layers.dropout({ name: `${name}_dropout`, rate })) : x;
  return chain(kept, layers.dense({ name, units: classes, activation: 'softmax' }));
}

function conv(
  x: Symbolic,
  name: string,
  maps: number,
  kernelSize: number,
  { norm, width }: Kind,
  strides = 1,
): Symbolic {
  const filters = scaled(maps, width);
  if (norm) return convNorm(x, name, { filters, kernelSize, strides, epsilon: 1e-3 });
  return chain(
    x,
    layers.conv2d({ name, filters, kernelSize, strides, padding: 'same', activation: 'relu' }),
  );
}

/** The largest of overlapping 3x3 windows, each second one; the last may stick out. */
function halved(x: Symbolic, name: string): Symbolic {
  return chain(
    x,
    layers.maxPooling2d({ name: `${name}_3x3_s2`, poolSize: 3, strides: 2, padding: 'same' }),
  );
}
