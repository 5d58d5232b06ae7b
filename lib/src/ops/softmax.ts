import { checkOption } from './check-option';
import { giveBack, kindOf, toVolume } from './kind';
import { largestOf, mapRows } from './last-axis';
import type { Like, Numbers } from './like';
import { readOutputGradient } from './output-gradient';

/** Options of `softmax` and `logSoftmax`. */
export interface SoftmaxOptions {
  /** What the logits are divided by: above 1 evens the probabilities out, below 1 sharpens them. Default 1. */
  temperature?: number;
}

/**
 * Turns logits into probabilities: all above 0, each row adding up to 1, the order kept.
 *
 *     softmax(z)[i] = exp(z[i] / T) / sum over j of exp(z[j] / T)
 *
 * Over the last axis: `[classes]`, `[batch, classes]` or any other shape, which the result keeps. The
 * largest logit of a row is first taken from all of them: the result is the same, and `exp` cannot
 * overflow, not even for logits of 1000. A logit of -Infinity gets 0; a row with NaN or
 * +Infinity becomes NaN, and one of -Infinity alone. Computed in float64, rounded once where the input is a float32 Volume. The input is not
 * changed. Formula: Goodfellow, Bengio, Courville, « Deep Learning », 2016, eq. 6.29 and 6.33.
 *
 * @param logits nested arrays or a Volume; the result is of the same kind and shape
 * @throws TypeError when the logits are not an array of numbers
 * @throws RangeError when the temperature is not a finite number above 0
 *
 * @example
 * ```ts
 * softmax([2, 1, 0.1]).map((p) => p.toFixed(4)); // => ['0.6590', '0.2424', '0.0986']
 * softmax([[1000, 1000], [0, -Infinity]]); // => [[0.5, 0.5], [1, 0]]
 * softmax([2, 1, 0.1], { temperature: 5 }).map((p) => p.toFixed(2)); // => ['0.40', '0.33', '0.27']
 * ```
 */
export function softmax<T extends Numbers>(logits: T, options: SoftmaxOptions = {}): Like<T> {
  const temperature = readTemperature(options, 'calculer softmax');
  const z = toVolume(logits, 'les logits');
  const output = mapRows(z, (row, result) => result.set(softmaxOf(row, temperature)));
  return giveBack(output, kindOf(logits)) as Like<T>;
}

/**
 * The gradient for the logits of `softmax`: each logit moves all probabilities of its row.
 *
 *     dLogits[i] = p[i] / T * (dOutput[i] - sum over j of dOutput[j] p[j])
 *
 * @param dOutput of the loss, for each probability: of the logits' shape
 * @param logits what `softmax` was given; the result has their kind and shape
 * @param options what `softmax` was given
 * @throws RangeError when the shapes differ or the temperature is not a finite number above 0
 *
 * @example
 * ```ts
 * softmaxBackward([1, 0], [5, 5]); // => [0.25, -0.25]
 * ```
 */
export function softmaxBackward<T extends Numbers>(
  dOutput: Numbers,
  logits: T,
  options: SoftmaxOptions = {},
): Like<T> {
  const doing = 'calculer le gradient de softmax';
  const temperature = readTemperature(options, doing);
  const z = toVolume(logits, 'les logits');
  const upstream = readOutputGradient(dOutput, z.shape, doing);
  const dLogits = mapRows(z, (row, result, index) => {
    const p = softmaxOf(row, temperature);
    const gradient = upstream.data.subarray(index * row.length, (index + 1) * row.length);
    let mean = 0;
    for (let i = 0; i < row.length; i++) mean += gradient[i]! * p[i]!;
    for (let i = 0; i < row.length; i++) result[i] = (p[i]! * (gradient[i]! - mean)) / temperature;
  });
  return giveBack(dLogits, kindOf(logits)) as Like<T>;
}

/** The probabilities of one row of logits, in float64. */
export function softmaxOf(row: ArrayLike<number>, temperature = 1): Float64Array {
  const p = Float64Array.from(row);
  const largest = largestOf(row);
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    p[i] = Math.exp((p[i]! - largest) / temperature);
    sum += p[i]!;
  }
  for (let i = 0; i < p.length; i++) p[i]! /= sum;
  return p;
}

/** @throws RangeError when the temperature is not a finite number above 0 */
export function readTemperature({ temperature = 1 }: SoftmaxOptions, doing: string): number {
  checkOption(
    Number.isFinite(temperature) && temperature > 0,
    'la température (temperature)',
    temperature,
    'faut un nombre fini supérieur à 0',
    'donnez 1 pour ne rien changer, plus pour adoucir, moins pour accentuer',
    doing,
  );
  return temperature;
}
