import type { LayersModel } from '../tf/models';
import { alexNet } from './alex-net';
import { denseNet } from './dense-net';
import { efficientNet } from './efficient-net';
import { googLeNet } from './google-net';
import { inceptionV2 } from './inception-v2';
import { leNet } from './le-net';
import { resNet } from './res-net';
import { vgg } from './vgg';

/** A network of the course, as its paper has it. */
export interface CatalogueEntry {
  /** As one says it: « VGG-16 ». */
  name: string;
  /** Networks that one paper, or two of the same idea, brought. */
  family: string;
  /** Of the paper's first version. */
  year: number;
  /** Authors and title. */
  paper: string;
  /** Builds it of the paper's size; inside `onPaper`, without room for its weights. */
  build: () => LayersModel;
  /** Share of ImageNet's validation images whose class is not among the five first answers, as the paper says it. */
  top5?: {
    percent: number;
    /** Where the paper says so, and over how many cuts of each image: papers differ. */
    source: string;
  };
}

const papers = {
  alexNet: 'Krizhevsky, Sutskever, Hinton, « ImageNet Classification with Deep Convolutional Neural Networks »',
  vgg: 'Simonyan, Zisserman, « Very Deep Convolutional Networks for Large-Scale Image Recognition »',
  googLeNet: 'Szegedy et al., « Going Deeper with Convolutions »',
  inceptionV2: 'Ioffe, Szegedy, « Batch Normalization »',
  resNet: 'He, Zhang, Ren, Sun, « Deep Residual Learning for Image Recognition »',
  denseNet: 'Huang, Liu, van der Maaten, Weinberger, « Densely Connected Convolutional Networks »',
  efficientNet: 'Tan, Le, « EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks »',
}; // prettier-ignore

const oneCut = 'une coupe par image';

/** The twenty networks of the course, in the order of their years. */
export const catalogue: readonly CatalogueEntry[] = [
  {
    name: 'LeNet-5',
    family: 'LeNet',
    year: 1998,
    paper: 'LeCun, Bottou, Bengio, Haffner, « Gradient-Based Learning Applied to Document Recognition »',
    build: () => leNet(),
  },
  {
    name: 'AlexNet',
    family: 'AlexNet',
    year: 2012,
    paper: papers.alexNet,
    build: () => alexNet(),
    top5: { percent: 18.2, source: 'tableau 2, un seul réseau, dix coupes par image' },
  },
  ...([[16, 8.1], [19, 8]] as const).map(([depth, percent]) => ({
    name: `VGG-${depth}`,
    family: 'VGG',
    year: 2014,
    paper: papers.vgg,
    build: () => vgg({ depth }),
    top5: { percent, source: 'tableau 3, images de 384 de côté entières' },
  })),
  {
    name: 'GoogLeNet',
    family: 'Inception',
    year: 2014,
    paper: papers.googLeNet,
    build: () => googLeNet(),
    top5: { percent: 10.07, source: `tableau 3, ${oneCut}` },
  },
  {
    name: 'Inception v2',
    family: 'Inception',
    year: 2015,
    paper: papers.inceptionV2,
    build: () => inceptionV2(),
    top5: { percent: 7.82, source: `figure 4, ${oneCut}` },
  },
  ...([[50, 6.71], [101, 6.05], [152, 5.71]] as const).map(([depth, percent]) => ({
    name: `ResNet-${depth}`,
    family: 'ResNet',
    year: 2015,
    paper: papers.resNet,
    build: () => resNet({ depth }),
    top5: { percent, source: 'tableau 3, dix coupes par image' },
  })),
  ...([[121, 7.71], [169, 6.85], [201, 6.34]] as const).map(([depth, percent]) => ({
    name: `DenseNet-${depth}`,
    family: 'DenseNet',
    year: 2016,
    paper: papers.denseNet,
    build: () => denseNet({ depth }),
    top5: { percent, source: `tableau 3, ${oneCut}` },
  })),
  ...([6.7, 5.6, 5.1, 4.3, 3.6, 3.3, 3.2, 3] as const).map((percent, scale) => ({
    name: `EfficientNet-B${scale}`,
    family: 'EfficientNet',
    year: 2019,
    paper: papers.efficientNet,
    build: () => efficientNet({ scale: scale as 0 }),
    top5: { percent, source: `tableau 2, ${oneCut}` },
  })),
]; // prettier-ignore
