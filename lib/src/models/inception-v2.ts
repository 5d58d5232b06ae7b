import type { LayersModel } from '../tf/models';
import { wholeTf } from '../tf/whole-tf';
import { convNorm } from './base/conv-norm';
import { chain, image, join, network, type Symbolic } from './base/grow';
import { readOptions, refuse, scaled, type ModelOptions } from './base/options';

const { layers } = wholeTf();

const family = {
  title: 'Inception v2',
  inputShape: [224, 224, 3] as [number, number, number],
  classes: 1000,
  smallest: 32,
};

/** A module's maps, in the order of the paper's table. */
interface Maps {
  /** None where the module halves the image. */
  one?: number;
  three: readonly [reduce: number, maps: number];
  double: readonly [reduce: number, maps: number];
  /** Behind the pooling; none where the module halves the image. */
  project?: number;
  pool: 'average' | 'max';
}

/** BN-Inception, figure 5 of the paper. */
const modules: Record<string, Maps> = {
  '3a': { one: 64, three: [64, 64], double: [64, 96], pool: 'average', project: 32 },
  '3b': { one: 64, three: [64, 96], double: [64, 96], pool: 'average', project: 64 },
  '3c': { three: [128, 160], double: [64, 96], pool: 'max' },
  '4a': { one: 224, three: [64, 96], double: [96, 128], pool: 'average', project: 128 },
  '4b': { one: 192, three: [96, 128], double: [96, 128], pool: 'average', project: 128 },
  '4c': { one: 160, three: [128, 160], double: [128, 160], pool: 'average', project: 96 },
  '4d': { one: 96, three: [128, 192], double: [160, 192], pool: 'average', project: 96 },
  '4e': { three: [128, 192], double: [192, 256], pool: 'max' },
  '5a': { one: 352, three: [192, 320], double: [160, 224], pool: 'average', project: 128 },
  '5b': { one: 352, three: [192, 320], double: [192, 224], pool: 'max', project: 128 },
};

/** How large. */
export interface InceptionV2Options extends ModelOptions {
  /** Biases in convolutions, which the normalisation behind them makes useless. Default true. */
  convBias?: boolean;
  /** Maps behind the pooling of 4c and 4d: the paper's table says 96, the authors' file 128. Default 96. */
  project4?: number;
}

/**
 * Inception v2, as BN-Inception: GoogLeNet with every convolution normalised over the batch, and two 3x3
 * in place of each 5x5. Ioffe, Szegedy, « Batch Normalization », 2015, figure 5 (arXiv 1502.03167).
 *
 * Layers are named as GoogLeNet's: `conv1_7x7_s2_conv`, `inception_3a_double_3x3_2_conv`, `_bn`, `_relu`,
 * `inception_3a_output` … `global_pool`, `classifier`. The factorised modules of the later paper of the same
 * name are in `inceptionModule`.
 *
 * @returns probabilities `[batch, classes]`; without top, feature maps `[batch, height / 32, width / 32, 1024]`
 * @throws RangeError when an option makes no sense
 *
 * @example
 * ```ts
 * const model = inceptionV2({ inputShape: [32, 32, 3], classes: 10, width: 0.25 });
 * model.getLayer('inception_3c_output').outputShape; // => [null, 2, 2, 144]
 * ```
 */
export function inceptionV2(options: InceptionV2Options = {}): LayersModel {
  const { inputShape, classes, includeTop, width } = readOptions(family, options);
  const { convBias = true, project4 = 96 } = options;
  if (!(Number.isInteger(project4) && project4 >= 1)) refuse(family, 'project4', project4, 'un nombre entier d’au moins 1', 'project4: 96'); // prettier-ignore
  const conv: Conv = (x, name, maps, kernelSize, strides = 1) =>
    convNorm(x, name, { filters: scaled(maps, width), kernelSize, strides, useBias: convBias, epsilon: 1e-3 }); // prettier-ignore

  const input = image(inputShape);
  let x = conv(input, 'conv1_7x7_s2', 64, 7, 2);
  x = pooled(x, 'pool1_3x3_s2', 'max', 2);
  x = conv(conv(x, 'conv2_3x3_reduce', 64, 1), 'conv2_3x3', 192, 3);
  x = pooled(x, 'pool2_3x3_s2', 'max', 2);
  for (const [name, maps] of Object.entries(modules)) {
    const told = name === '4c' || name === '4d' ? { ...maps, project: project4 } : maps;
    x = inception(x, `inception_${name}`, told, conv);
  }
  if (includeTop) {
    x = chain(
      x,
      layers.globalAveragePooling2d({ name: 'global_pool' }),
      layers.dense({ name: 'classifier', units: classes, activation: 'softmax' }),
    );
  }
  return network(options.name ?? 'inceptionv2', input, x);
}

type Conv = (x: Symbolic, name: string, maps: number, size: number, strides?: number) => Symbolic;

/** 1x1; 3x3; twice 3x3; pooling: side by side. A module that halves the image lacks the first. */
function inception(x: Symbolic, name: string, maps: Maps, conv: Conv): Symbolic {
  const strides = maps.one === undefined ? 2 : 1;
  const three = conv(conv(x, `${name}_3x3_reduce`, maps.three[0], 1), `${name}_3x3`, maps.three[1], 3, strides); // prettier-ignore
  const first = conv(conv(x, `${name}_double_3x3_reduce`, maps.double[0], 1), `${name}_double_3x3_1`, maps.double[1], 3); // prettier-ignore
  const double = conv(first, `${name}_double_3x3_2`, maps.double[1], 3, strides);
  const pool = pooled(x, `${name}_pool`, maps.pool, strides);
  return join(
    layers.concatenate({ name: `${name}_output` }),
    ...(maps.one === undefined ? [] : [conv(x, `${name}_1x1`, maps.one, 1)]),
    three,
    double,
    maps.project === undefined ? pool : conv(pool, `${name}_pool_proj`, maps.project, 1),
  );
}

function pooled(x: Symbolic, name: string, kind: Maps['pool'], strides: number): Symbolic {
  const options = { name, poolSize: 3, strides, padding: 'same' as const };
  return chain(x, kind === 'max' ? layers.maxPooling2d(options) : layers.averagePooling2d(options));
}
