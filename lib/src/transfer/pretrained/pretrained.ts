import type { LayersModel } from '../../tf/models';
import type { Volume } from '../../volume/volume';

/**
 * Pictures as `readImage` gives them: one, `[height, width, 3]` or grey `[height, width]`; several of one size,
 * `[count, height, width, channels]`; or a list of pictures, whose sizes may differ.
 */
export type Pictures = Volume | readonly Volume[];

/** A network that has learned, and all that is needed to use it. */
export interface Pretrained {
  /** What `loadPretrained` was asked for. */
  name: string;
  /** A model of its own at each call: what it learns later, no other sees. Its output is probabilities. */
  model: LayersModel;
  /** What its outputs stand for, in their order. */
  classNames: readonly string[];
  /** Height and width of the images that it reads. */
  inputSize: number;
  /** Brings pictures to what the network reads, as they were in its training: `[count, inputSize, inputSize, channels]`. */
  prepare: (pictures: Pictures) => Volume;
  /** Where the weights come from. */
  source: string;
  /** Under which they may be used. */
  licence: string;
  /** Who made them. */
  credit: string;
}

/** The weights that were asked for are not on this machine. */
export class MissingWeightsError extends Error {
  /** Tells it from other errors, whichever copy of the library raised it. */
  override name = 'MissingWeightsError';
}
