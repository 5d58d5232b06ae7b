import { giveBack, kindOf, toVolume } from './kind';
import { largestOf, mapRows } from './last-axis';
import type { Like, Numbers } from './like';
import { readOutputGradient } from './output-gradient';
import { readTemperature, softmaxOf, type SoftmaxOptions } from './softmax';

/**
 * The natural logarithm of `softmax`, exact where the probability itself would be rounded to 0.
 *
 *     logSoftmax(z)[i] = z[i] / T - log(sum over j of exp(z[j] / T))
 *
 * Over the last axis; shapes and NaN as `softmax`; results are 0 or below, -Infinity for a logit of
 * -Infinity. The largest logit of a row is first taken from all of them, so that neither `exp`
 * overflows nor large logits lose digits. Formula: Goodfellow, Bengio, Courville, « Deep Learning »,
 * 2016, eq. 6.30.
 *
 * @param logits nested arrays or a Volume; the result is of the same kind and shape
 * @throws TypeError when the logits are not an array of numbers
 * @throws RangeError when the temperature is not a finite number above 0
 *
 * @example
 * ```ts
 * logSoftmax([1000, 0]); // => [0, -1000]
 * logSoftmax([[5, 5]]); // => [[-Math.LN2, -Math.LN2]]
 * ```
 */
export function logSoftmax<T extends Numbers>(logits: T, options: SoftmaxOptions = {}): Like<T> {
  const temperature = readTemperature(options, 'calculer logSoftmax');
  const z = toVolume(logits, 'les logits');
  const output = mapRows(z, (row, result) => result.set(logSoftmaxOf(row, temperature)));
  return giveBack(output, kindOf(logits)) as Like<T>;
}

/**
 * The gradient for the logits of `logSoftmax`.
 *
 *     dLogits[i] = (dOutput[i] - softmax(z)[i] * sum over j of dOutput[j]) / T
 *
 * @param dOutput of the loss, for each number of the output: of the logits' shape
 * @param logits what `logSoftmax` was given; the result has their kind and shape
 * @param options what `logSoftmax` was given
 * @throws RangeError when the shapes differ or the temperature is not a finite number above 0
 *
 * @example
 * ```ts
 * logSoftmaxBackward([1, 0], [5, 5]); // => [0.5, -0.5]
 * ```
 */
export function logSoftmaxBackward<T extends Numbers>(
  dOutput: Numbers,
  logits: T,
  options: SoftmaxOptions = {},
): Like<T> {
  const doing = 'calculer le gradient de logSoftmax';
  const temperature = readTemperature(options, doing);
  const z = toVolume(logits, 'les logits');
  const upstream = readOutputGradient(dOutput, z.shape, doing);
  const dLogits = mapRows(z, (row, result, index) => {
    const p = softmaxOf(row, temperature);
    const gradient = upstream.data.subarray(index * row.length, (index + 1) * row.length);
    let sum = 0;
    for (let i = 0; i < row.length; i++) sum += gradient[i]!;
    for (let i = 0; i < row.length; i++) result[i] = (gradient[i]! - p[i]! * sum) / temperature;
  });
  return giveBack(dLogits, kindOf(logits)) as Like<T>;
}

/** The logarithms of the probabilities of one row of logits, in float64. */
export function logSoftmaxOf(row: ArrayLike<number>, temperature = 1): Float64Array {
  const largest = largestOf(row);
  const shifted = Float64Array.from(row, (logit) => (logit - largest) / temperature);
  const logSum = Math.log(shifted.reduce((sum, x) => sum + Math.exp(x), 0));
  return shifted.map((x) => x - logSum);
}
