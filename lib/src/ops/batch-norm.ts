import { arrayOf, Volume } from '../volume/volume';
import { type BatchNormOptions, readMoments } from './batch-norm-plan';
import { giveBack, kindOf, toVolume } from './kind';
import { mapRows } from './last-axis';
import type { Like, ListLike, Numbers } from './like';
import { readOutputGradient } from './output-gradient';

/**
 * Batch normalisation at inference: each channel is shifted and scaled by the mean and the variance
 * that training has accumulated (`batchNormTraining`, `updateMoving`).
 *
 *     output[c] = gamma[c] * (input[c] - mean[c]) / sqrt(variance[c] + epsilon) + beta[c]
 *
 * The last axis is that of the channels: `[channels]`, `[batch, channels]`, `[h, w, channels]` or
 * `[batch, h, w, channels]`, which the result keeps. Any range of values; computed in float64 and
 * rounded once where the input is a float32 Volume. NaN goes through. The input is not changed.
 * Formula: Ioffe, Szegedy, « Batch Normalization », 2015, algorithm 2.
 *
 * @param input nested arrays or a Volume; the result is of the same kind
 * @throws TypeError when an argument is not an array of numbers
 * @throws RangeError when an option has not one number a channel, a variance or epsilon is negative
 *
 * @example
 * ```ts
 * const options = { mean: [10, 20], variance: [4, 9], epsilon: 0 };
 * batchNorm([[12, 20], [8, 26]], options); // => [[1, 0], [-1, 2]]
 * batchNorm([12, 20], { ...options, gamma: [3, 1], beta: [0, 5] }); // => [3, 5]
 * ```
 */
export function batchNorm<T extends Numbers>(input: T, options: BatchNormOptions): Like<T> {
  const x = toVolume(input, "l'entrée");
  const o = readMoments(x.shape, options, "normaliser l'entrée");
  const output = mapRows(x, (row, result) => {
    for (let c = 0; c < row.length; c++) {
      const normalised = (row[c]! - o.mean[c]!) / Math.sqrt(o.variance[c]! + o.epsilon);
      result[c] = o.gamma[c]! * normalised + o.beta[c]!;
    }
  });
  return giveBack(output, kindOf(input)) as Like<T>;
}

/**
 * The gradients of `batchNorm`; mean and variance are constants there.
 *
 *     dInput[c] = dOutput[c] * gamma[c] / sqrt(variance[c] + epsilon)
 *     dGamma[c] = sum over all axes but the last of dOutput[c] * normalised[c]
 *     dBeta[c]  = sum over all axes but the last of dOutput[c]
 *
 * @param dOutput of the loss, for each number of the output: of the input's shape
 * @param input what `batchNorm` was given
 * @param options what `batchNorm` was given
 * @returns `dInput` with the kind and shape of the input; `dGamma` and `dBeta` `[channels]`
 * @throws RangeError when the shapes do not go together, and as `batchNorm` does
 *
 * @example
 * ```ts
 * const options = { mean: [10], variance: [4], gamma: [3], epsilon: 0 };
 * const { dInput, dGamma, dBeta } = batchNormBackward([[1], [2]], [[12], [8]], options);
 * dInput; // => [[1.5], [3]]
 * dGamma; // => [-1]
 * dBeta; // => [3]
 * ```
 */
export function batchNormBackward<T extends Numbers>(
  dOutput: Numbers,
  input: T,
  options: BatchNormOptions,
): { dInput: Like<T>; dGamma: ListLike<T>; dBeta: ListLike<T> } {
  const doing = 'calculer le gradient de batchNorm';
  const x = toVolume(input, "l'entrée");
  const o = readMoments(x.shape, options, doing);
  const upstream = readOutputGradient(dOutput, x.shape, doing);
  const dGamma = new Float64Array(o.channels);
  const dBeta = new Float64Array(o.channels);
  const dInput = mapRows(x, (row, result, index) => {
    for (let c = 0; c < row.length; c++) {
      const deviation = Math.sqrt(o.variance[c]! + o.epsilon);
      const gradient = upstream.data[index * o.channels + c]!;
      result[c] = (gradient * o.gamma[c]!) / deviation;
      dGamma[c]! += (gradient * (row[c]! - o.mean[c]!)) / deviation;
      dBeta[c]! += gradient;
    }
  });
  const list = (values: Float64Array): ListLike<T> =>
    giveBack(new Volume([o.channels], arrayOf(x.dtype, values)), kindOf(input)) as ListLike<T>;
  return {
    dInput: giveBack(dInput, kindOf(input)) as Like<T>,
    dGamma: list(dGamma),
    dBeta: list(dBeta),
  };
}
