import { impossible, shapeCode } from '../errors';
import type { Array1D } from '../volume/nested';
import type { Volume } from '../volume/volume';
import { checkOptions } from './check-options';
import { checkOption } from './check-option';
import { rowLength } from './last-axis';
import { listOf } from './list-of';

/** What training and inference share. */
export interface ScaleOptions {
  /** Factor, one number a channel. Default 1. */
  gamma?: Array1D | Volume;
  /** What is added, one number a channel. Default 0. */
  beta?: Array1D | Volume;
  /** Added to the variance, so that a constant channel does not divide by 0. Default 0.001, as Keras. */
  epsilon?: number;
}

export interface BatchNormOptions extends ScaleOptions {
  /** One number a channel: the mean that training has accumulated. */
  mean: Array1D | Volume;
  /** One number a channel, 0 or above: the variance that training has accumulated. */
  variance: Array1D | Volume;
}

/** The options of either, read: one number a channel. */
export interface Scale {
  channels: number;
  gamma: Float64Array;
  beta: Float64Array;
  epsilon: number;
}

/** @throws RangeError when an option has not one number a channel, or epsilon is no small number */
export function readScale(shape: readonly number[], options: ScaleOptions, doing: string): Scale {
  checkOptions(options, ['mean', 'variance', 'gamma', 'beta', 'epsilon'], doing);
  const channels = rowLength(shape);
  const { epsilon = 1e-3 } = options;
  checkOption(
    Number.isFinite(epsilon) && epsilon >= 0,
    'epsilon',
    epsilon,
    "doit être un nombre fini d'au moins 0",
    'donnez par exemple epsilon: 0.001',
    doing,
  );
  return {
    channels,
    gamma: listOf(options.gamma, channels, 1, 'gamma', 'canal', doing),
    beta: listOf(options.beta, channels, 0, 'beta', 'canal', doing),
    epsilon,
  };
}

/** See `readScale`; with the mean and the variance that inference is given. */
export function readMoments(
  shape: readonly number[],
  options: BatchNormOptions,
  doing: string,
): Scale & { mean: Float64Array; variance: Float64Array } {
  const scale = readScale(shape, options, doing);
  const mean = listOf(options.mean, scale.channels, 'required', 'mean', 'canal', doing);
  const variance = listOf(options.variance, scale.channels, 'required', 'variance', 'canal', doing);
  const negative = variance.find((value) => value < 0);
  if (negative !== undefined) {
    throw new RangeError(
      impossible(
        doing,
        `une variance vaut ${negative} mais une variance est au moins 0`,
        'donnez la variance, pas le logarithme ni une différence',
      ),
    );
  }
  return { ...scale, mean, variance };
}

/** @throws RangeError when there is one number a channel: its own mean, it would become 0 */
export function checkHasSamples(shape: readonly number[], doing: string): void {
  if (shape.length > 1) return;
  throw new RangeError(
    impossible(
      doing,
      `l'entrée a la forme ${shapeCode(shape)} mais une seule valeur par canal n'a pas de variance`,
      'donnez un lot [lot, unités], une image [hauteur, largeur, canaux] ou un lot de rang 4',
    ),
  );
}
