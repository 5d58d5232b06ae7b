import type { Activation, LayersModel } from '../tf/models';
import { wholeTf } from '../tf/whole-tf';
import { chain, image, network, type AnyLayer } from './base/grow';
import {
  choose,
  readOptions,
  refuse,
  scaled,
  type ModelOptions,
  type ReadOptions,
} from './base/options';
import { partialConv2d } from './layers/partial-conv2d';
import { radialBasis } from './layers/radial-basis';
import { scaledTanh } from './layers/scaled-tanh';
import { subsampling2d } from './layers/subsampling2d';
import { digitCodes } from './le-net-digits';

const { layers } = wholeTf();

const family = {
  title: 'LeNet-5',
  inputShape: [32, 32, 1] as [number, number, number],
  classes: 10,
  smallest: 28,
};

/** Which maps of S2 each map of C3 sees: table I, a line for three, four or six maps. */
const c3Sees = [
  [0, 1, 2], [1, 2, 3], [2, 3, 4], [3, 4, 5], [0, 4, 5], [0, 1, 5],
  [0, 1, 2, 3], [1, 2, 3, 4], [2, 3, 4, 5], [0, 3, 4, 5], [0, 1, 4, 5], [0, 1, 2, 5],
  [0, 1, 3, 4], [1, 2, 4, 5], [0, 2, 3, 5],
  [0, 1, 2, 3, 4, 5],
]; // prettier-ignore

/** Which LeNet-5, and how large. */
export interface LeNetOptions extends ModelOptions {
  /**
   * 'paper': C3 partial, poolings that learn, scaled tanh, distances to drawn digits (60,000 weights
   * learned, 840 fixed). 'modern', the default: what is called LeNet-5 today (61,706).
   */
  version?: 'modern' | 'paper';
  /** Of the hidden layers of the modern one. Default 'tanh'. */
  activation?: Activation;
  /** Of the modern one. Default 'average'. */
  pooling?: 'average' | 'max';
}

/**
 * LeNet-5, which read the digits of bank cheques: C1 to C5 are convolutions and poolings in turn, F6 and the
 * output tell the classes apart. LeCun, Bottou, Bengio, Haffner, « Gradient-Based Learning Applied to
 * Document Recognition », 1998, figure 2. Layers have the paper's names.
 *
 * Images of 28 x 28, as MNIST's, get a margin of two zeros first, as theirs had.
 *
 * @returns probabilities `[batch, classes]`; without top, the maps of C5
 * @throws RangeError when an option makes no sense
 *
 * @example
 * ```ts
 * leNet().countParams(); // => 61706
 * leNet({ version: 'paper' }).countParams(); // => 60840
 * ```
 */
export function leNet(options: LeNetOptions = {}): LayersModel {
  const read = readOptions(family, options);
  const { version = 'modern', name = 'lenet5' } = options;
  const [height, width] = read.inputShape;
  const stages = choose(family, 'version', version, { modern, paper });
  const [features, top] = stages(read, options);

  const input = image(read.inputShape);
  const small = height < 32 || width < 32;
  const margin = small ? [layers.zeroPadding2d({ name: 'margin', padding: 2 })] : [];
  const maps = chain(input, ...margin, ...features);
  return network(name, input, read.includeTop ? chain(maps, ...top) : maps);
}

type Stages = [features: AnyLayer[], top: AnyLayer[]];

function modern({ classes, width }: ReadOptions, options: LeNetOptions): Stages {
  const { activation = 'tanh', pooling = 'average' } = options;
  const conv = (name: string, filters: number) =>
    layers.conv2d({ name, filters: scaled(filters, width), kernelSize: 5, activation });
  const pool = (name: string) =>
    pooling === 'max'
      ? layers.maxPooling2d({ name, poolSize: 2 })
      : layers.averagePooling2d({ name, poolSize: 2 });
  return [
    [conv('C1', 6), pool('S2'), conv('C3', 16), pool('S4'), conv('C5', 120)],
    [
      layers.flatten({ name: 'flatten' }),
      layers.dense({ name: 'F6', units: scaled(84, width), activation }),
      layers.dense({ name: 'output', units: classes, activation: 'softmax' }),
    ],
  ];
}

function paper({ classes, width }: ReadOptions): Stages {
  if (classes !== 10) refuse(family, 'classes', classes, '10 avec version: \'paper\', dont la sortie est comparée aux dix chiffres dessinés', 'version: \'modern\''); // prettier-ignore
  if (width !== 1) refuse(family, 'width', width, '1 avec version: \'paper\', dont le tableau de C3 fixe les filtres', 'version: \'modern\''); // prettier-ignore
  const activation = scaledTanh as Activation;
  return [
    [
      layers.conv2d({ name: 'C1', filters: 6, kernelSize: 5, activation }),
      subsampling2d({ name: 'S2', poolSize: 2, activation }),
      partialConv2d({ name: 'C3', connections: c3Sees, kernelSize: 5, activation }),
      subsampling2d({ name: 'S4', poolSize: 2, activation }),
      layers.conv2d({ name: 'C5', filters: 120, kernelSize: 5, activation }),
    ],
    [
      layers.flatten({ name: 'flatten' }),
      layers.dense({ name: 'F6', units: 84, activation }),
      radialBasis({ name: 'output', codes: digitCodes }),
      layers.softmax({ name: 'probabilities' }),
    ],
  ];
}
