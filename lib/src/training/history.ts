/** How a training went: plain data, to be plotted, printed or saved as JSON. */
export interface History {
  /**
   * By name, a number an epoch: `loss` and the metrics asked for over the training set as it was
   * during the epoch, `valLoss` and `valAccuracy` ... over the validation set after it.
   */
  metrics: Record<string, number[]>;
  /** The learning rate of the last step of each epoch. */
  learningRate: number[];
  /** Number of the first epoch, from 0: above 0 where an earlier training was taken up again. */
  initialEpoch: number;
  /** Samples a mini-batch. */
  batchSize: number;
  /** Steps done, each on one batch. */
  steps: number;
  /** Of the wall clock, validation included. */
  seconds: number;
  /** What ended it: all epochs done, no more progress, or the signal. */
  stoppedBy: 'epochs' | 'earlyStop' | 'signal';
  /** With `earlyStop`: the epoch, from 0, whose weights the network has now. */
  restoredEpoch?: number;
}
