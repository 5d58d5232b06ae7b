import { impossible, valueText } from '../errors';

/** When a training ends before its last epoch. */
export interface EarlyStopOptions {
  /**
   * What has to get better: a name in `history.metrics`. Losses must fall, anything else must rise.
   * Default `'valLoss'` with validation data, else `'loss'`.
   */
  monitor?: string;
  /** Epochs without progress that are waited for. Default 3. */
  patience?: number;
  /** Progress smaller than that is none. Default 0. */
  minDelta?: number;
  /** Go back to the weights of the best epoch at the end. Default true. */
  restoreBest?: boolean;
}

/** Decides after each epoch whether the training still gets anywhere. */
export class EarlyStop {
  readonly monitor: string;
  readonly restoreBest: boolean;
  /** The best epoch so far. */
  bestEpoch: number | undefined;
  private best: number | undefined;
  private readonly patience: number;
  private readonly minDelta: number;

  /** @param available the names of the history's metrics */
  constructor(options: EarlyStopOptions, available: readonly string[]) {
    const usual = available.includes('valLoss') ? 'valLoss' : 'loss';
    const { monitor = usual, patience = 3, minDelta = 0, restoreBest = true } = options;
    const doing = "préparer l'arrêt anticipé (earlyStop)";
    if (!available.includes(monitor)) {
      throw new RangeError(
        impossible(
          doing,
          `monitor est ${valueText(monitor)} mais l'entraînement mesure ${available.map(valueText).join(', ')}`,
          'choisissez une de ces mesures, ou donnez des données de validation',
        ),
      );
    }
    if (!Number.isInteger(patience) || patience < 1) {
      throw new RangeError(
        impossible(
          doing,
          `patience vaut ${valueText(patience)} mais c'est un nombre d'époques, un entier d'au moins 1`,
          'donnez par exemple patience: 3',
        ),
      );
    }
    if (!Number.isFinite(minDelta) || minDelta < 0) {
      throw new RangeError(
        impossible(
          doing,
          `minDelta vaut ${valueText(minDelta)} mais il faut un nombre fini d'au moins 0`,
          'donnez par exemple minDelta: 0.001',
        ),
      );
    }
    this.monitor = monitor;
    this.patience = patience;
    this.minDelta = minDelta;
    this.restoreBest = restoreBest;
  }

  /**
   * @param value of what is monitored, after this epoch
   * @returns whether it is the best so far, and whether to stop
   */
  after(epoch: number, value: number): { best: boolean; stop: boolean } {
    const falls = /loss$/i.test(this.monitor);
    const gain = this.best === undefined ? Infinity : falls ? this.best - value : value - this.best;
    const best = gain > this.minDelta;
    if (best) {
      this.best = value;
      this.bestEpoch = epoch;
    }
    return { best, stop: epoch - (this.bestEpoch ?? epoch) >= this.patience };
  }
}
