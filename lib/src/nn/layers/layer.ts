import type { Volume } from '../../volume/volume';
import type { Engine } from '../engine/engine';
import type { InitializerName } from '../initializers';
import type { ActivationName } from './activation';

/** Lengths of the axes of one item, without the batch. */
export type Shape = readonly number[];

/** What a layer learns, or keeps from training. */
export interface WeightSpec {
  /** `kernel`, `bias`, `gamma` ... */
  name: string;
  /** Of the weight. */
  shape: Shape;
  /** What it begins with. */
  initializer: InitializerName;
  /** False for what is not learned but kept: the moving mean of a normalisation. */
  trainable: boolean;
}

/** What a layer is told when it computes. */
export interface Pass {
  /** What computes. */
  engine: Engine;
  /** The layer's own, by the names of its specs. */
  weights: Readonly<Record<string, Volume>>;
  /** Dropout and batch normalisation behave otherwise in training. */
  training: boolean;
  /** Of this layer in this step: what is drawn hangs on it. */
  seed: number;
}

/** Of the loss, with respect to what the layer was given and what it learns. */
export interface Gradients {
  /** Missing where nobody wanted it. */
  dInput?: Volume;
  /** By the names of the trainable weights. */
  weights?: Record<string, Volume>;
}

/**
 * A layer: what it is (plain data), and how it computes. It holds no numbers of its own, so that the
 * same layer may stand in several networks.
 */
export interface Layer {
  /** Its kind: the name of the function that makes it. */
  readonly type: string;
  /** What that function is to be called with to make it again: plain data. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Applied to the output. */
  readonly activation?: ActivationName;
  /**
   * Of one item.
   *
   * @param doing how an error begins
   * @throws RangeError when the input does not fit
   */
  outputShape(inputShape: Shape, doing: string): Shape;
  /** Called after `outputShape` has found the input good. */
  weights?(inputShape: Shape): WeightSpec[];
  /**
   * The layer's answers to a batch.
   *
   * @param input `[batch, ...inputShape]`
   */
  forward(input: Volume, pass: Pass): Volume;
  /**
   * The gradients, for the same batch.
   *
   * @param dOutput of the loss, for each number of the output
   * @param input what `forward` was given
   * @param wantsInput whether anybody needs `dInput`: before the first layer that learns, nobody does
   */
  backward(dOutput: Volume, input: Volume, pass: Pass, wantsInput: boolean): Gradients;
}
