import type { LayersModel } from '../tf/models';
import { wholeTf } from '../tf/whole-tf';
import { chain, image, network, type AnyLayer } from './base/grow';
import { choose, readOptions, refuse, scaled, type ModelOptions } from './base/options';
import { groupedConv2d } from './layers/grouped-conv2d';
import { localResponseNormalization } from './layers/local-response-normalization';

const { layers } = wholeTf();

const title = { title: 'AlexNet' };

/** What the versions differ in. `filters` are those of the five convolutions. */
const versions = {
  towers: { side: 227, margin: 0, filters: [96, 256, 384, 384, 256], groups: 2, normalised: true },
  single: { side: 227, margin: 0, filters: [96, 256, 384, 384, 256], groups: 1, normalised: true },
  torchvision: { side: 224, margin: 2, filters: [64, 192, 384, 256, 256], groups: 1, normalised: false }, // prettier-ignore
};

/** Which AlexNet, and how large. */
export interface AlexNetOptions extends ModelOptions {
  /**
   * 'towers', the default: the paper's, on two graphics cards that meet at the third convolution and in
   * the dense layers. 'single': the same on one. 'torchvision': fewer filters and no normalisation, after
   * Krizhevsky's « One weird trick » of 2014, as PyTorch has it.
   */
  version?: keyof typeof versions;
  /** Of the first convolution. Default 4; 1 for images as small as MNIST's. */
  firstStride?: number;
  /** Share of units dropped behind each of the two hidden dense layers. Default 0.5. */
  dropout?: number;
}

/**
 * AlexNet, which won the ImageNet challenge of 2012 by ten points: five convolutions with ReLU, poolings
 * that overlap, dropout, two graphics cards. Krizhevsky, Sutskever, Hinton, « ImageNet Classification with
 * Deep Convolutional Neural Networks », 2012, figure 2. The paper says images of 224; only with 227 its own
 * sizes come out.
 *
 * Layers are named `conv1`, `norm1`, `pool1` … `fc6`, `fc7`, `fc8`.
 *
 * @returns probabilities `[batch, classes]`; without top, the maps of `pool5`
 * @throws RangeError when an option makes no sense
 *
 * @example
 * ```ts
 * onPaper(() => alexNet()).countParams(); // => 60965224
 * onPaper(() => alexNet({ version: 'single' })).countParams(); // => 62378344
 * ```
 */
export function alexNet(options: AlexNetOptions = {}): LayersModel {
  const { version = 'towers', firstStride = 4, dropout = 0.5, name = 'alexnet' } = options;
  const { side, margin, filters, groups, normalised } = choose(title, 'version', version, versions);
  if (!Number.isInteger(firstStride) || firstStride < 1) {
    refuse(title, 'firstStride', firstStride, 'un nombre entier d’au moins 1', 'firstStride: 4');
  }
  const family = {
    ...title,
    inputShape: [side, side, 3] as [number, number, number],
    classes: 1000,
    // The three poolings need 15 places behind the first convolution.
    smallest: 11 + 14 * firstStride - 2 * margin,
  };
  const { inputShape, classes, includeTop, width } = readOptions(family, options);

  const conv = (at: number, kernelSize: number, more: { strides?: number; groups?: number }) =>
    convolution(`conv${at}`, groups * scaled(filters[at - 1]! / groups, width), kernelSize, more);
  const norm = (at: number) =>
    normalised ? [localResponseNormalization({ name: `norm${at}` })] : [];
  const pool = (at: number) => layers.maxPooling2d({ name: `pool${at}`, poolSize: 3, strides: 2 });
  const units = scaled(4096, width);

  const input = image(inputShape);
  const maps = chain(
    input,
    ...(margin > 0 ? [layers.zeroPadding2d({ name: 'margin', padding: margin })] : []),
    conv(1, 11, { strides: firstStride }), ...norm(1), pool(1),
    conv(2, 5, { groups }), ...norm(2), pool(2),
    conv(3, 3, {}),
    conv(4, 3, { groups }),
    conv(5, 3, { groups }), pool(5),
  ); // prettier-ignore
  if (!includeTop) return network(name, input, maps);
  const probabilities = chain(
    maps,
    layers.flatten({ name: 'flatten' }),
    layers.dense({ name: 'fc6', units, activation: 'relu' }),
    layers.dropout({ name: 'dropout6', rate: dropout }),
    layers.dense({ name: 'fc7', units, activation: 'relu' }),
    layers.dropout({ name: 'dropout7', rate: dropout }),
    layers.dense({ name: 'fc8', units: classes, activation: 'softmax' }),
  );
  return network(name, input, probabilities);
}

/** The first one has steps and no padding; the others keep the size. */
function convolution(
  name: string,
  filters: number,
  kernelSize: number,
  { strides, groups = 1 }: { strides?: number; groups?: number },
): AnyLayer {
  const padding = strides === undefined ? 'same' : 'valid';
  const options = { name, filters, kernelSize, padding, strides: strides ?? 1 } as const;
  return groups === 1
    ? layers.conv2d({ ...options, activation: 'relu' })
    : groupedConv2d({ ...options, groups, activation: 'relu' });
}
