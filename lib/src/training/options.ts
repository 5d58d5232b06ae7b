import { impossible, valueText } from '../errors';
import { Augmentation } from './augment/augmentation';
import type { Dataset } from './dataset';
import type { EarlyStopOptions } from './early-stop';
import { readMetrics, type MetricName } from './metrics';
import type { Progress } from './progress/progress';
import type { Schedule } from './schedule';

/** How to train; all of it may be left out. */
export interface TrainOptions {
  /** How often to go through the whole training set. Default 5. */
  epochs?: number;
  /** Number of the first epoch: above 0 takes up a training that did that many. Default 0. */
  initialEpoch?: number;
  /** How many samples a step learns from. Default 32, or all where there are fewer. */
  batchSize?: number;
  /** Length of a step: a number, or one for each step (see `cosineSchedule`). Default 0.001. */
  learningRate?: number | Schedule;
  /** Draws the order of the samples, the validation set and the dropout. Default 1. */
  seed?: number;
  /** False visits the samples in their own order. Default true. */
  shuffle?: boolean;
  /** Changes each image anew in each epoch, as `augmentation({ flip: true })`. Default: as they are. */
  augment?: Augmentation;
  /** Measured after each epoch, never learned from, never changed. */
  validation?: Dataset;
  /** Without `validation`: the part of the data set that is kept from learning, to validate with. */
  validationSplit?: number;
  /** What to measure beside the loss. Default `['accuracy']`. */
  metrics?: readonly MetricName[];
  /** Stops when there is no more progress. Default: it does not. */
  earlyStop?: boolean | EarlyStopOptions;
  /**
   * What the reader sees meanwhile. Default (`true`): a bar in a notebook or a terminal, nothing where
   * the output goes to a file. `false`: nothing.
   */
  progress?: boolean | Progress;
  /** Ends the training after the step that runs; what has been learned stays. */
  signal?: AbortSignal;
}

/** Options that have been read: no default is missing. */
export interface TrainPlan {
  epochs: number;
  initialEpoch: number;
  batchSize: number;
  rateAt: Schedule;
  seed: number;
  shuffle: boolean;
  augment: Augmentation | undefined;
  validation: Dataset | undefined;
  validationSplit: number;
  metrics: MetricName[];
  earlyStop: EarlyStopOptions | undefined;
  progress: boolean | Progress;
  signal: AbortSignal | undefined;
}

const doing = "préparer l'entraînement";

/**
 * Reads the options of a training.
 *
 * @param count how many samples there are to learn from
 * @throws RangeError when a number lies outside what makes sense, or options exclude one another
 */
export function readTrainOptions(options: TrainOptions, count: number): TrainPlan {
  const { epochs = 5, initialEpoch = 0, batchSize = Math.min(32, count), seed = 1 } = options;
  const { learningRate = 0.001, validation, validationSplit = 0, earlyStop = false } = options;
  checkWhole(epochs, 1, "le nombre d'époques (epochs)", 'epochs: 5');
  checkWhole(initialEpoch, 0, 'la première époque (initialEpoch)', 'initialEpoch: 0');
  checkBatchSize(batchSize, doing);
  checkSeed(seed, doing);
  if (initialEpoch >= epochs) {
    refuse(
      `initialEpoch vaut ${initialEpoch} mais epochs vaut ${epochs}\u00a0: il ne reste aucune époque`,
      "donnez dans epochs le nombre total d'époques, celles déjà faites comprises",
    );
  }
  if (batchSize > count) {
    refuse(
      `les lots ont ${batchSize} exemples (batchSize) mais il n'y en a que ${count} pour apprendre`,
      `donnez batchSize: ${count} au plus`,
    );
  }
  if (validation !== undefined && validationSplit !== 0) {
    refuse(
      'validation et validationSplit sont donnés tous les deux',
      'donnez des données de validation, ou la part à mettre de côté',
    );
  }
  return {
    epochs,
    initialEpoch,
    batchSize,
    rateAt: readRate(learningRate),
    seed,
    shuffle: options.shuffle ?? true,
    augment: readAugment(options.augment),
    validation,
    validationSplit,
    metrics: readMetrics(options.metrics ?? ['accuracy'], doing),
    earlyStop: earlyStop === true ? {} : earlyStop === false ? undefined : earlyStop,
    progress: options.progress ?? true,
    signal: options.signal,
  };
}

function readAugment(augment: unknown): Augmentation | undefined {
  if (augment === undefined || augment instanceof Augmentation) return augment;
  throw new TypeError(
    impossible(
      doing,
      `augment est ${valueText(augment)} mais il faut ce que donne augmentation(…)`,
      'donnez par exemple augment: augmentation({ flip: true })',
    ),
  );
}

function readRate(rate: number | Schedule): Schedule {
  const checked = (value: number): number => {
    if (Number.isFinite(value) && value > 0) return value;
    return refuse(
      `le taux d'apprentissage (learningRate) vaut ${valueText(value)} mais il faut un nombre fini supérieur à 0`,
      'donnez par exemple learningRate: 0.001',
    );
  };
  if (typeof rate !== 'function') {
    checked(rate);
    return () => rate;
  }
  return (step, steps) => checked(rate(step, steps));
}

/** @throws RangeError when it is no whole number: parts of one would be dropped without a word */
export function checkSeed(seed: unknown, doing: string): void {
  if (Number.isSafeInteger(seed)) return;
  throw new RangeError(
    impossible(
      doing,
      `la graine (seed) vaut ${valueText(seed)} mais il faut un entier`,
      'donnez par exemple seed: 1',
    ),
  );
}

/** @throws RangeError when it is no whole number of at least 1 */
export function checkBatchSize(batchSize: unknown, doing: string): void {
  if (Number.isSafeInteger(batchSize) && (batchSize as number) >= 1) return;
  throw new RangeError(
    impossible(
      doing,
      `la taille des lots (batchSize) vaut ${valueText(batchSize)} mais il faut un entier d'au moins 1`,
      'donnez par exemple batchSize: 32',
    ),
  );
}

function checkWhole(value: number, least: number, what: string, example: string): void {
  if (Number.isInteger(value) && value >= least) return;
  refuse(
    `${what} vaut ${valueText(value)} mais il faut un entier d'au moins ${least}`,
    `donnez par exemple ${example}`,
  );
}

function refuse(found: string, next: string): never {
  throw new RangeError(impossible(doing, found, next));
}
