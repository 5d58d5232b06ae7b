/** What is known before the first step. */
export interface TrainingBegins {
  /** Number of the first epoch, from 0. */
  initialEpoch: number;
  /** How many epochs there are to be, those before the first included. */
  epochs: number;
  /** Mini-batches an epoch. */
  stepsPerEpoch: number;
  /** Where an earlier training is taken up again: its metrics by name, a number an epoch. */
  earlier?: Record<string, readonly number[]>;
}

/** Where the training stands after a step. */
export interface StepDone {
  /** From 0. */
  epoch: number;
  /** Steps of this epoch that are done. */
  step: number;
  /** Loss and metrics over the epoch so far, by name. */
  metrics: Record<string, number>;
}

/** What an epoch came to. */
export interface EpochDone {
  /** From 0. */
  epoch: number;
  /** Loss and metrics, those of the validation too. */
  metrics: Record<string, number>;
  /** Of the wall clock. */
  seconds: number;
}

/** Shows a training while it runs. All methods are called in their turn, `end` in any case. */
export interface Progress {
  /** Before the first step. */
  begin(training: TrainingBegins): void;
  /** After each step. */
  step(done: StepDone): void;
  /** After each epoch. */
  epoch(done: EpochDone): void;
  /**
   * At the end, whatever the reason. A promise is waited for.
   *
   * @param how in words: « terminé », « arrêt anticipé » …
   */
  end(how: string): void | Promise<void>;
}

/** Shows nothing. */
export const silence: Progress = {
  begin: () => undefined,
  step: () => undefined,
  epoch: () => undefined,
  end: () => undefined,
};
