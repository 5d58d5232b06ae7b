import { checkAlpha } from './check-option';
import { chainRule, type Curve, mapNumbers } from './elementwise';
import type { Like, Numbers } from './like';

/** Options of `elu`. */
export interface EluOptions {
  /** What the curve tends to, negated, far below 0. Default 1. */
  alpha?: number;
}

// expm1(x) is exp(x) - 1 without the digits that the subtraction would lose near 0.
const f =
  (alpha: number): Curve =>
  (x) =>
    x >= 0 ? x : alpha * Math.expm1(x);
const derivative =
  (alpha: number): Curve =>
  (x) =>
    x >= 0 ? 1 : alpha * Math.exp(x);

/**
 * Exponential linear unit: x above 0, and below 0 a curve that flattens at -alpha.
 *
 *     elu(x) = x if x >= 0, else alpha (exp(x) - 1)
 *
 * Takes one number, nested arrays or a Volume of any shape, and gives back the same kind and shape,
 * above -alpha. NaN goes through. Formula: Clevert, Unterthiner, Hochreiter, « Fast and Accurate Deep
 * Network Learning by Exponential Linear Units », 2016, eq. 15.
 *
 * @throws TypeError when the input is neither numbers nor a Volume
 * @throws RangeError when `alpha` is not a finite number
 *
 * @example
 * ```ts
 * elu([0, 2]); // => [0, 2]
 * elu(-1).toFixed(4); // => '-0.6321'
 * elu(-1, { alpha: 2 }).toFixed(4); // => '-1.2642'
 * ```
 */
export function elu<T extends number | Numbers>(input: T, { alpha = 1 }: EluOptions = {}): Like<T> {
  checkAlpha(alpha, 1, 'calculer elu');
  return mapNumbers(input, f(alpha));
}

/**
 * The gradient for the input of `elu`.
 *
 *     elu'(x) = 1 if x >= 0, else alpha exp(x)        at 0: 1, as tfjs (a corner unless alpha is 1)
 *
 * @param dOutput of the loss, for each number of the output: of the input's shape
 * @param input what `elu` was given; the result has its kind and shape
 * @throws RangeError when the shapes differ or `alpha` is not a finite number
 *
 * @example
 * ```ts
 * eluBackward([3, 3], [0, 2]); // => [3, 3]
 * eluBackward(1, -1).toFixed(4); // => '0.3679'
 * ```
 */
export function eluBackward<T extends number | Numbers>(
  dOutput: number | Numbers,
  input: T,
  { alpha = 1 }: EluOptions = {},
): Like<T> {
  const doing = 'calculer le gradient de elu';
  checkAlpha(alpha, 1, doing);
  return chainRule(dOutput, input, derivative(alpha), doing);
}
