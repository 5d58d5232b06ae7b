import {
  alexNet,
  denseNet,
  efficientNet,
  googLeNet,
  inceptionV2,
  leNet,
  resNet,
  vgg,
} from '@convolab/lib/models';
import type { LayersModel } from '@convolab/lib/tf';

/** A network of the course, of its paper's size. */
export interface Network {
  name: string;
  build: () => LayersModel;
  /** A network that takes seconds for a picture: fewer rounds. */
  heavy?: boolean;
}

export const networks: readonly Network[] = [
  { name: 'LeNet-5', build: () => leNet() },
  { name: 'AlexNet', build: () => alexNet({ version: 'single' }) },
  { name: 'AlexNet, two towers', build: () => alexNet() },
  ...([16, 19] as const).map((depth) => ({
    name: `VGG-${depth}`,
    build: () => vgg({ depth }),
    heavy: true,
  })),
  { name: 'GoogLeNet', build: () => googLeNet() },
  { name: 'Inception v2', build: () => inceptionV2() },
  ...([50, 101, 152] as const).map((depth) => ({
    name: `ResNet-${depth}`,
    build: () => resNet({ depth }),
    heavy: depth > 100,
  })),
  ...([121, 169, 201] as const).map((depth) => ({
    name: `DenseNet-${depth}`,
    build: () => denseNet({ depth }),
  })),
  ...([0, 1, 2, 3, 4, 5, 6, 7] as const).map((scale) => ({
    name: `EfficientNet-B${scale}`,
    build: () => efficientNet({ scale }),
    heavy: scale > 4,
  })),
];
