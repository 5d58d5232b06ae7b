import { chainRule, type Curve, mapNumbers } from './elementwise';
import type { Like, Numbers } from './like';

const f: Curve = (x) => Math.tanh(x);
const derivative: Curve = (x) => 1 - f(x) ** 2;

/**
 * The hyperbolic tangent: squeezes any number between -1 and 1, and 0 stays 0.
 *
 *     tanh(x) = (exp(x) - exp(-x)) / (exp(x) + exp(-x)) = 2 sigmoid(2x) - 1
 *
 * Takes one number, nested arrays or a Volume of any shape, and gives back the same kind and shape,
 * from -1 to 1. NaN goes through. Formula: Goodfellow, Bengio, Courville, « Deep Learning », 2016,
 * section 6.3.2.
 *
 * @throws TypeError when the input is neither numbers nor a Volume
 *
 * @example
 * ```ts
 * tanh([-1000, 0, 1000]); // => [-1, 0, 1]
 * tanh(1).toFixed(4); // => '0.7616'
 * ```
 */
export function tanh<T extends number | Numbers>(input: T): Like<T> {
  return mapNumbers(input, f);
}

/**
 * The gradient for the input of `tanh`.
 *
 *     tanh'(x) = 1 - tanh(x)²        at 0: 1, its largest
 *
 * @param dOutput of the loss, for each number of the output: of the input's shape
 * @param input what `tanh` was given; the result has its kind and shape
 * @throws RangeError when the shapes differ
 *
 * @example
 * ```ts
 * tanhBackward([3, 3], [0, 1000]); // => [3, 0]
 * ```
 */
export function tanhBackward<T extends number | Numbers>(
  dOutput: number | Numbers,
  input: T,
): Like<T> {
  return chainRule(dOutput, input, derivative, 'calculer le gradient de tanh');
}
