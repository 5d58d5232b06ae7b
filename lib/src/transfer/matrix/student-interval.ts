import { impossible } from '../../errors';

/** 97.5 % quantiles of Student's t for 1, 2, 3 … degrees of freedom, as every table of it has them. */
const quantiles = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145,
  2.131, 2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048,
  2.045, 2.042,
];

/** A mean and how far off it may be. */
export interface Interval {
  /** Of the measures. */
  mean: number;
  /** Half the width of the interval: the mean ± this. */
  half: number;
  /** Lower end. */
  low: number;
  /** Upper end. */
  high: number;
}

/**
 * Mean and 95 % confidence interval of a few measures of the same thing: Student's, mean ± t × s / √n, where s is
 * the deviation with n - 1. It takes the measures for independent and roughly normal.
 *
 * @param values at least two: one measure says nothing of its luck; at most 31
 * @throws RangeError when there are fewer or more, or one is no finite number
 *
 * @example
 * ```ts
 * const { mean, half } = studentInterval([0.9, 0.92, 0.94]);
 * [mean.toFixed(3), half.toFixed(3)]; // => ['0.920', '0.050']
 * ```
 */
export function studentInterval(values: readonly number[]): Interval {
  const t = quantiles[values.length - 2];
  if (t === undefined || !values.every(Number.isFinite)) {
    throw new RangeError(
      impossible(
        'calculer un intervalle de confiance',
        `il faut de 2 à ${quantiles.length + 1} mesures, des nombres finis, mais il y a [${values.join(', ')}]`,
        'mesurez avec au moins deux graines',
      ),
    );
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const half = t * Math.sqrt(squares / (values.length - 1) / values.length);
  return { mean, half, low: mean - half, high: mean + half };
}
