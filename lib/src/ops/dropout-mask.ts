import { seededRandom } from '../data/random';
import { checkOptions } from './check-options';
import { checkOption } from './check-option';

/** Options of `dropout`. */
export interface DropoutOptions {
  /** The share of the numbers that become 0: from 0 (none) to 1, excluded. */
  rate: number;
  /** A whole number: the same seed drops the same places. Take another at each step of training. */
  seed: number;
}

/**
 * What each number is multiplied by: 0 with probability `rate`, else `1 / (1 - rate)`.
 *
 * @throws RangeError when the rate is not from 0 to 1 (excluded) or the seed is not a whole number
 */
export function dropoutMask(count: number, options: DropoutOptions, doing: string): Float64Array {
  const { rate, seed } = checkDropout(options, doing);
  const random = seededRandom(seed);
  return Float64Array.from({ length: count }, () => (random() < rate ? 0 : 1 / (1 - rate)));
}

/** See `dropoutMask`. */
export function checkDropout(options: DropoutOptions, doing: string): DropoutOptions {
  checkOptions(options, ['rate', 'seed'], doing);
  const { rate, seed } = options;
  checkOption(
    Number.isFinite(rate) && rate >= 0 && rate < 1,
    'le taux (rate)',
    rate,
    'doit être un nombre de 0 à 1, 1 exclu',
    'donnez par exemple rate: 0.5 pour annuler une valeur sur deux',
    doing,
  );
  checkOption(
    Number.isInteger(seed),
    'la graine (seed)',
    seed,
    'faut un nombre entier',
    'donnez par exemple seed: 1, et une autre graine à chaque pas',
    doing,
  );
  return { rate, seed };
}
