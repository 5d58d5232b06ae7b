import type { Volume } from '../volume/volume';
import type { Samples } from './dataset';

/** Some samples of a data set. */
export interface Batch {
  readonly samples: Samples;
  /** Which of them. */
  readonly places: Uint32Array;
}

/** What came out for a batch. */
export interface BatchResult {
  /** Mean over the batch. */
  loss: number;
  /** `[batch, classes]`: probabilities or logits, the greatest wins. Read before the next batch. */
  scores: Volume;
}

/**
 * What `train` trains: anything that can learn from a batch. The network written by hand is one, a
 * TensorFlow graph another; the loop does not know which.
 */
export interface Learner {
  /**
   * One step of the optimiser.
   *
   * @param step number of the step over all epochs, from 0: what is drawn (dropout) hangs on it
   */
  learn(batch: Batch, learningRate: number, step: number): BatchResult | Promise<BatchResult>;
  /** The same without learning, as the network is used afterwards: dropout off. */
  score(batch: Batch): BatchResult | Promise<BatchResult>;
  /** A copy of all weights, to come back to. */
  snapshot(): unknown;
  /** Goes back to a snapshot, which may be used again. */
  restore(snapshot: unknown): void;
}
