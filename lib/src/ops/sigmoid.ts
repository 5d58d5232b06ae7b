import { chainRule, type Curve, mapNumbers } from './elementwise';
import type { Like, Numbers } from './like';

const f: Curve = (x) => 1 / (1 + Math.exp(-x));
const derivative: Curve = (x) => f(x) * (1 - f(x));

/**
 * The logistic curve: squeezes any number between 0 and 1.
 *
 *     sigmoid(x) = 1 / (1 + exp(-x))
 *
 * Takes one number, nested arrays or a Volume of any shape, and gives back the same kind and shape,
 * from 0 to 1. NaN goes through. Formula: Goodfellow, Bengio, Courville, « Deep Learning », 2016,
 * eq. 3.30.
 *
 * @throws TypeError when the input is neither numbers nor a Volume
 *
 * @example
 * ```ts
 * sigmoid([-1000, 0, 1000]); // => [0, 0.5, 1]
 * ```
 */
export function sigmoid<T extends number | Numbers>(input: T): Like<T> {
  return mapNumbers(input, f);
}

/**
 * The gradient for the input of `sigmoid`.
 *
 *     sigmoid'(x) = sigmoid(x) (1 - sigmoid(x))        at 0: 1/4, its largest
 *
 * @param dOutput of the loss, for each number of the output: of the input's shape
 * @param input what `sigmoid` was given; the result has its kind and shape
 * @throws RangeError when the shapes differ
 *
 * @example
 * ```ts
 * sigmoidBackward([1, 2], [0, 0]); // => [0.25, 0.5]
 * ```
 */
export function sigmoidBackward<T extends number | Numbers>(
  dOutput: number | Numbers,
  input: T,
): Like<T> {
  return chainRule(dOutput, input, derivative, 'calculer le gradient de sigmoid');
}
