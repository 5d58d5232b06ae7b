import { checkAlpha } from './check-option';
import { chainRule, type Curve, mapNumbers } from './elementwise';
import type { Like, Numbers } from './like';

/** Options of `leakyRelu`. */
export interface LeakyReluOptions {
  /** Slope below 0. Default 0.2, as tfjs's operation; its layer takes 0.3, the course 0.1. */
  alpha?: number;
}

const f =
  (alpha: number): Curve =>
  (x) =>
    x > 0 ? x : alpha * x;
const derivative =
  (alpha: number): Curve =>
  (x) =>
    x > 0 ? 1 : alpha;

/**
 * `relu` that lets a little of what is below 0 through, so that its gradient never dies.
 *
 *     leakyRelu(x) = x if x > 0, else alpha x
 *
 * Takes one number, nested arrays or a Volume of any shape, and gives back the same kind and shape.
 * NaN goes through. Formula: Maas, Hannun, Ng, « Rectifier Nonlinearities Improve Neural Network
 * Acoustic Models », 2013, eq. 2 (there with a slope of 0.01).
 *
 * @throws TypeError when the input is neither numbers nor a Volume
 * @throws RangeError when `alpha` is not a finite number
 *
 * @example
 * ```ts
 * leakyRelu([-5, 0, 5]); // => [-1, 0, 5]
 * leakyRelu(-5, { alpha: 0.1 }); // => -0.5
 * ```
 */
export function leakyRelu<T extends number | Numbers>(
  input: T,
  { alpha = 0.2 }: LeakyReluOptions = {},
): Like<T> {
  checkAlpha(alpha, 0.2, 'calculer leakyRelu');
  return mapNumbers(input, f(alpha));
}

/**
 * The gradient for the input of `leakyRelu`.
 *
 *     leakyRelu'(x) = 1 if x > 0, else alpha        at 0, where there is a corner: alpha, as tfjs
 *
 * @param dOutput of the loss, for each number of the output: of the input's shape
 * @param input what `leakyRelu` was given; the result has its kind and shape
 * @throws RangeError when the shapes differ or `alpha` is not a finite number
 *
 * @example
 * ```ts
 * leakyReluBackward([1, 1, 1], [-5, 0, 5]); // => [0.2, 0.2, 1]
 * ```
 */
export function leakyReluBackward<T extends number | Numbers>(
  dOutput: number | Numbers,
  input: T,
  { alpha = 0.2 }: LeakyReluOptions = {},
): Like<T> {
  const doing = 'calculer le gradient de leakyRelu';
  checkAlpha(alpha, 0.2, doing);
  return chainRule(dOutput, input, derivative(alpha), doing);
}
