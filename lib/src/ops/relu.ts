import { chainRule, type Curve, mapNumbers } from './elementwise';
import type { Like, Numbers } from './like';

const f: Curve = (x) => Math.max(x, 0);
const derivative: Curve = (x) => (x > 0 ? 1 : 0);

/**
 * Rectified linear unit: keeps what is above 0, makes the rest 0.
 *
 *     relu(x) = max(x, 0)
 *
 * Takes one number, nested arrays or a Volume of any shape, and gives back the same kind and shape,
 * 0 and above. NaN goes through. Formula: Nair, Hinton, « Rectified Linear Units Improve Restricted
 * Boltzmann Machines », 2010.
 *
 * @throws TypeError when the input is neither numbers nor a Volume
 *
 * @example
 * ```ts
 * relu(-3); // => 0
 * relu([[-1, 2], [0, 3]]); // => [[0, 2], [0, 3]]
 * ```
 */
export function relu<T extends number | Numbers>(input: T): Like<T> {
  return mapNumbers(input, f);
}

/**
 * The gradient for the input of `relu`: dOutput where the input was above 0, else 0.
 *
 *     relu'(x) = 1 if x > 0, else 0        at 0, where there is a corner: 0, as tfjs
 *
 * @param dOutput of the loss, for each number of the output: of the input's shape
 * @param input what `relu` was given; the result has its kind and shape
 * @throws RangeError when the shapes differ
 *
 * @example
 * ```ts
 * reluBackward([10, 20, 30], [-1, 0, 2]); // => [0, 0, 30]
 * ```
 */
export function reluBackward<T extends number | Numbers>(
  dOutput: number | Numbers,
  input: T,
): Like<T> {
  return chainRule(dOutput, input, derivative, 'calculer le gradient de relu');
}
