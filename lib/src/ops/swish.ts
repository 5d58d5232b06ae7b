import { chainRule, type Curve, mapNumbers } from './elementwise';
import type { Like, Numbers } from './like';

const sigmoid: Curve = (x) => 1 / (1 + Math.exp(-x));

const f: Curve = (x) => x * sigmoid(x);
const derivative: Curve = (x) => sigmoid(x) + f(x) * (1 - sigmoid(x));

/**
 * A smooth `relu` that dips a little below 0: what EfficientNet uses. Also called SiLU.
 *
 *     swish(x) = x sigmoid(x)
 *
 * Takes one number, nested arrays or a Volume of any shape, and gives back the same kind and shape,
 * above -0.279. NaN goes through, and -Infinity gives NaN. Formula: Ramachandran, Zoph, Le,
 * « Searching for Activation Functions », 2017, with beta = 1.
 *
 * @throws TypeError when the input is neither numbers nor a Volume
 *
 * @example
 * ```ts
 * swish([0, 1000]); // => [0, 1000]
 * swish(1).toFixed(4); // => '0.7311'
 * ```
 */
export function swish<T extends number | Numbers>(input: T): Like<T> {
  return mapNumbers(input, f);
}

/**
 * The gradient for the input of `swish`.
 *
 *     swish'(x) = sigmoid(x) + swish(x) (1 - sigmoid(x))        at 0: 1/2
 *
 * @param dOutput of the loss, for each number of the output: of the input's shape
 * @param input what `swish` was given; the result has its kind and shape
 * @throws RangeError when the shapes differ
 *
 * @example
 * ```ts
 * swishBackward([2, 2], [0, 1000]); // => [1, 2]
 * ```
 */
export function swishBackward<T extends number | Numbers>(
  dOutput: number | Numbers,
  input: T,
): Like<T> {
  return chainRule(dOutput, input, derivative, 'calculer le gradient de swish');
}
