import { arrayOf, Volume } from '../volume/volume';
import { checkHasSamples, readScale, type ScaleOptions } from './batch-norm-plan';
import { giveBack, kindOf, toVolume } from './kind';
import { mapRows } from './last-axis';
import type { Like, ListLike, Numbers } from './like';
import { readOutputGradient } from './output-gradient';

/**
 * Batch normalisation in training: each channel is brought to mean 0 and variance 1 over the batch,
 * then scaled and shifted by what it learns, gamma and beta.
 *
 *     mean[c], variance[c] = over all axes but the last (the variance divided by n, not n - 1)
 *     output[c] = gamma[c] * (input[c] - mean[c]) / sqrt(variance[c] + epsilon) + beta[c]
 *
 * The last axis is that of the channels: `[batch, channels]`, `[h, w, channels]` or
 * `[batch, h, w, channels]`, which the result keeps. Any range of values; computed in float64 and
 * rounded once where the input is a float32 Volume. NaN goes through. The input is not changed.
 * Formula: Ioffe, Szegedy, « Batch Normalization », 2015, algorithm 1.
 *
 * @param input nested arrays or a Volume; the results are of the same kind
 * @returns `output`, and the batch's `mean` and `variance`, `[channels]`, for `updateMoving`
 * @throws TypeError when an argument is not an array of numbers
 * @throws RangeError when the rank is 1, gamma or beta has not one number a channel, epsilon is
 *   negative
 *
 * @example
 * ```ts
 * const { output, mean, variance } = batchNormTraining([[1, 5], [3, 5]], { epsilon: 0.25 });
 * mean; // => [2, 5]
 * variance; // => [1, 0]
 * output.flat().map((x) => x.toFixed(3)); // => ['-0.894', '0.000', '0.894', '0.000']
 * ```
 */
export function batchNormTraining<T extends Numbers>(
  input: T,
  options: ScaleOptions = {},
): { output: Like<T>; mean: ListLike<T>; variance: ListLike<T> } {
  const doing = "normaliser l'entrée";
  const x = toVolume(input, "l'entrée");
  checkHasSamples(x.shape, doing);
  const { channels, gamma, beta, epsilon } = readScale(x.shape, options, doing);
  const { mean, variance } = moments(x, channels);
  const output = mapRows(x, (row, result) => {
    for (let c = 0; c < channels; c++) {
      const normalised = (row[c]! - mean[c]!) / Math.sqrt(variance[c]! + epsilon);
      result[c] = gamma[c]! * normalised + beta[c]!;
    }
  });
  const list = (values: Float64Array): ListLike<T> => listLike(values, x, input);
  return {
    output: giveBack(output, kindOf(input)) as Like<T>,
    mean: list(mean),
    variance: list(variance),
  };
}

/**
 * The gradients of `batchNormTraining`. A number moves its channel's mean and variance too, hence the
 * two terms taken off (n numbers a channel, x^ the normalised input):
 *
 *     dBeta[c]  = sum of dOutput[c]
 *     dGamma[c] = sum of dOutput[c] * x^[c]
 *     dInput[c] = gamma[c] / sqrt(variance[c] + epsilon)
 *                 * (dOutput[c] - dBeta[c] / n - x^[c] * dGamma[c] / n)
 *
 * Formula: Ioffe, Szegedy, « Batch Normalization », 2015, section 3, its six equations put into one.
 *
 * @param dOutput of the loss, for each number of `output`: of the input's shape
 * @param input what `batchNormTraining` was given
 * @param options what `batchNormTraining` was given
 * @returns `dInput` with the kind and shape of the input; `dGamma` and `dBeta` `[channels]`
 * @throws RangeError when the shapes do not go together, and as `batchNormTraining` does
 *
 * @example
 * ```ts
 * const { dInput, dGamma, dBeta } = batchNormTrainingBackward([[1], [4]], [[-1], [1]], { epsilon: 0 });
 * dInput; // => [[0], [0]]
 * dGamma; // => [3]
 * dBeta; // => [5]
 * ```
 */
export function batchNormTrainingBackward<T extends Numbers>(
  dOutput: Numbers,
  input: T,
  options: ScaleOptions = {},
): { dInput: Like<T>; dGamma: ListLike<T>; dBeta: ListLike<T> } {
  const doing = 'calculer le gradient de batchNormTraining';
  const x = toVolume(input, "l'entrée");
  checkHasSamples(x.shape, doing);
  const { channels, gamma, epsilon } = readScale(x.shape, options, doing);
  const upstream = readOutputGradient(dOutput, x.shape, doing);
  const { mean, variance } = moments(x, channels);
  const normalised = Float64Array.from(x.data, (value, i) => {
    const c = i % channels;
    return (value - mean[c]!) / Math.sqrt(variance[c]! + epsilon);
  });

  const dGamma = new Float64Array(channels);
  const dBeta = new Float64Array(channels);
  for (let i = 0; i < x.size; i++) {
    dGamma[i % channels]! += upstream.data[i]! * normalised[i]!;
    dBeta[i % channels]! += upstream.data[i]!;
  }

  const n = x.size / channels;
  const dInput = mapRows(x, (_, result, index) => {
    for (let c = 0; c < channels; c++) {
      const i = index * channels + c;
      const own = upstream.data[i]! - dBeta[c]! / n - (normalised[i]! * dGamma[c]!) / n;
      result[c] = (gamma[c]! / Math.sqrt(variance[c]! + epsilon)) * own;
    }
  });
  const list = (values: Float64Array): ListLike<T> => listLike(values, x, input);
  return {
    dInput: giveBack(dInput, kindOf(input)) as Like<T>,
    dGamma: list(dGamma),
    dBeta: list(dBeta),
  };
}

/** Mean and variance (divided by n) of each channel. */
function moments(x: Volume, channels: number): { mean: Float64Array; variance: Float64Array } {
  const n = x.size / channels;
  const mean = new Float64Array(channels);
  for (let i = 0; i < x.size; i++) mean[i % channels]! += x.data[i]! / n;
  const variance = new Float64Array(channels);
  for (let i = 0; i < x.size; i++) {
    variance[i % channels]! += (x.data[i]! - mean[i % channels]!) ** 2 / n;
  }
  return { mean, variance };
}

/** One number a channel, of the input's kind and type of number. */
function listLike<T extends Numbers>(values: Float64Array, x: Volume, input: T): ListLike<T> {
  const list = new Volume([values.length], arrayOf(x.dtype, values));
  return giveBack(list, kindOf(input)) as ListLike<T>;
}
