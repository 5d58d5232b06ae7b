import { chainRule, type Curve, mapNumbers } from './elementwise';
import type { Like, Numbers } from './like';

const f: Curve = (x) => Math.min(Math.max(x, 0), 6);
const derivative: Curve = (x) => (x > 0 && x <= 6 ? 1 : 0);

/**
 * `relu` that also stops at 6: what small networks use whose numbers must fit in few bits.
 *
 *     relu6(x) = min(max(x, 0), 6)
 *
 * Takes one number, nested arrays or a Volume of any shape, and gives back the same kind and shape,
 * from 0 to 6. NaN goes through. Formula: Krizhevsky, « Convolutional Deep Belief Networks on
 * CIFAR-10 », 2010.
 *
 * @throws TypeError when the input is neither numbers nor a Volume
 *
 * @example
 * ```ts
 * relu6([-1, 2, 6, 8]); // => [0, 2, 6, 6]
 * ```
 */
export function relu6<T extends number | Numbers>(input: T): Like<T> {
  return mapNumbers(input, f);
}

/**
 * The gradient for the input of `relu6`.
 *
 *     relu6'(x) = 1 if 0 < x <= 6, else 0        at its corners: 0 at 0, 1 at 6, as tfjs
 *
 * @param dOutput of the loss, for each number of the output: of the input's shape
 * @param input what `relu6` was given; the result has its kind and shape
 * @throws RangeError when the shapes differ
 *
 * @example
 * ```ts
 * relu6Backward([1, 1, 1, 1], [-1, 2, 6, 8]); // => [0, 1, 1, 0]
 * ```
 */
export function relu6Backward<T extends number | Numbers>(
  dOutput: number | Numbers,
  input: T,
): Like<T> {
  return chainRule(dOutput, input, derivative, 'calculer le gradient de relu6');
}
