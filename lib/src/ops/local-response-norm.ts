import { giveBack, kindOf, toVolume } from './kind';
import { mapRows } from './last-axis';
import type { Like, Numbers } from './like';
import { type LocalResponseNormOptions, readLocalResponseNorm } from './local-response-norm-plan';
import { readOutputGradient } from './output-gradient';

type Settings = Required<LocalResponseNormOptions>;

/**
 * Local response normalisation: divides each number by the strength of its neighbours in depth, the
 * same pixel in the channels around. What AlexNet had before batch normalisation was known.
 *
 *     divisor[c] = bias + alpha * sum over |d - c| <= depthRadius of input[d]²
 *     output[c]  = input[c] / divisor[c] ^ beta
 *
 * The last axis is that of the channels; any shape, which the result keeps; channels beyond the first
 * and the last count as 0. Any range of values; computed in float64 and rounded once where the input
 * is a float32 Volume. NaN spreads to the channels that look at it. No parameters to learn. The input
 * is not changed. Formula: Krizhevsky, Sutskever, Hinton, « ImageNet Classification with Deep
 * Convolutional Neural Networks », 2012, section 3.3 (there depthRadius 2, bias 2, alpha 0.0001, beta
 * 0.75), with TensorFlow's names and defaults.
 *
 * @param input nested arrays or a Volume; the result is of the same kind
 * @throws TypeError when the input is not an array of numbers
 * @throws RangeError when depthRadius is not a whole number of at least 0, bias is not above 0, alpha
 *   is below 0 or beta is not finite
 *
 * @example
 * ```ts
 * localResponseNorm([3, 0, 4], { depthRadius: 0, bias: 16, beta: 0.5 }).map((x) => x.toFixed(3)); // => ['0.600', '0.000', '0.707']
 * localResponseNorm([1, 2, 0, 3], { depthRadius: 1, beta: 1 }); // => [1 / 6, 2 / 6, 0, 3 / 10]
 * ```
 */
export function localResponseNorm<T extends Numbers>(
  input: T,
  options: LocalResponseNormOptions = {},
): Like<T> {
  const settings = readLocalResponseNorm(options, "normaliser l'entrée en profondeur");
  const output = mapRows(toVolume(input, "l'entrée"), (row, result) => {
    const divisors = divisorsOf(row, settings);
    for (let c = 0; c < row.length; c++) result[c] = row[c]! / divisors[c]! ** settings.beta;
  });
  return giveBack(output, kindOf(input)) as Like<T>;
}

/**
 * The gradient for the input of `localResponseNorm`: a number moves its own output, and the divisors
 * of its neighbours.
 *
 *     dInput[c] = dOutput[c] / divisor[c] ^ beta
 *                 - 2 alpha beta input[c] * sum over |d - c| <= depthRadius of
 *                     dOutput[d] * input[d] / divisor[d] ^ (beta + 1)
 *
 * @param dOutput of the loss, for each number of the output: of the input's shape
 * @param input what `localResponseNorm` was given
 * @param options what `localResponseNorm` was given
 * @returns the gradient of the input, of its kind and shape
 * @throws RangeError when the shapes differ, and as `localResponseNorm` does
 *
 * @example
 * ```ts
 * localResponseNormBackward([1, 0], [1, 2], { depthRadius: 1, beta: 1 }); // => [4 / 36, -4 / 36]
 * ```
 */
export function localResponseNormBackward<T extends Numbers>(
  dOutput: Numbers,
  input: T,
  options: LocalResponseNormOptions = {},
): Like<T> {
  const doing = 'calculer le gradient de localResponseNorm';
  const settings = readLocalResponseNorm(options, doing);
  const { alpha, beta, depthRadius } = settings;
  const x = toVolume(input, "l'entrée");
  const upstream = readOutputGradient(dOutput, x.shape, doing);
  const dInput = mapRows(x, (row, result, index) => {
    const divisors = divisorsOf(row, settings);
    const gradient = upstream.data.subarray(index * row.length, (index + 1) * row.length);
    for (let c = 0; c < row.length; c++) {
      let sum = 0;
      for (const d of neighbours(c, depthRadius, row.length)) {
        sum += (gradient[d]! * row[d]!) / divisors[d]! ** (beta + 1);
      }
      result[c] = gradient[c]! / divisors[c]! ** beta - 2 * alpha * beta * row[c]! * sum;
    }
  });
  return giveBack(dInput, kindOf(input)) as Like<T>;
}

function divisorsOf(row: ArrayLike<number>, { depthRadius, bias, alpha }: Settings): number[] {
  return Array.from(row, (_, c) => {
    let squares = 0;
    for (const d of neighbours(c, depthRadius, row.length)) squares += row[d]! ** 2;
    return bias + alpha * squares;
  });
}

/** The channels at most `radius` away from `channel`, itself included. */
function* neighbours(channel: number, radius: number, channels: number): Generator<number> {
  const end = Math.min(channel + radius + 1, channels);
  for (let c = Math.max(channel - radius, 0); c < end; c++) yield c;
}
