import type { LabelledImages } from '../../data/labelled-images';
import type { LayersModel } from '../../tf/models';
import type { Likeness, Size, Strategy } from './scenario';

/** Images to learn to tell apart. */
export interface Target {
  /** French. */
  classes: readonly string[];
  /** To draw the images to learn from; classes are numbered from 0. */
  pool: LabelledImages;
  /** To choose by; none of the pool. */
  validation: LabelledImages;
  /** To judge by, once, when all is chosen. */
  test: LabelledImages;
}

/** How many images there are, and how they are learned. */
export interface SizePlan {
  /** Images to learn from, of each class. */
  perClass: number;
  batchSize: number;
  /** At most; how many is chosen on validation. */
  mostEpochs: number;
  /** The same for a head alone on features, whose epochs cost next to nothing. */
  mostHeadEpochs: number;
  /** Each draws its own images, to be measured on. */
  seeds: readonly number[];
  /** The same, to choose on: none of `seeds`. */
  choosingSeeds: readonly number[];
}

/** A pretrained network and what it may be of use for. */
export interface Setting {
  /** Says what is measured, in the names of kept files: `digits`. */
  name: string;
  /** The network, with first weights as tfjs draws them; layers have the same names each time. */
  network: (classes: number) => LayersModel;
  /** The same network, trained on other images; its layers are named by block. */
  pretrained: LayersModel;
  targets: Readonly<Record<Likeness, Target>>;
  /** A size that is not there is not measured. */
  sizes: Readonly<Partial<Record<Size, SizePlan>>>;
  /** What is tried, the best on validation is taken. */
  learningRates: Readonly<Record<Strategy, readonly number[]>>;
  /** For `top`: how many blocks learn beside the head; for `features`: how many are cut off with it. */
  blocks: { top: readonly number[]; features: readonly number[] };
}
