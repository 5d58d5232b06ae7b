import { readMoments, type BatchNormOptions } from '../../ops/batch-norm-plan';
import type { Volume } from '../../volume/volume';
import { checkGradient, checkVolume } from '../engine/check';
import { run } from '../engine/engine';
import { place, result, scope } from '../engine/scope';
import { placeList, productsOf, sumOf } from './column-sums';

/** The gradients of batch normalisation, all of them Volumes. */
export interface BatchNormGradients {
  /** Of the input's shape. */
  dInput: Volume;
  /** Of the scale, `[channels]`. */
  dGamma: Volume;
  /** Of the shift, `[channels]`. */
  dBeta: Volume;
}

/**
 * `batchNorm` of the plain operations in float32: the same options, shapes and errors.
 *
 * @param input of any shape, the last axis that of the channels
 * @throws TypeError when the input is not a Volume
 * @throws RangeError as the plain `batchNorm` does
 *
 * @example
 * ```ts
 * const x = Volume.from([[12, 20], [8, 26]], 'float32');
 * fast.batchNorm(x, { mean: [10, 20], variance: [4, 9], epsilon: 0 }).toNested(2); // => [[1, 0], [-1, 2]]
 * ```
 */
export function batchNorm(input: Volume, options: BatchNormOptions): Volume {
  const doing = "normaliser l'entrée";
  checkVolume(input, "l'entrée", doing);
  const { mean, variance, gamma, beta, epsilon, channels } = readMoments(
    input.shape,
    options,
    doing,
  );
  const scale = gamma.map((value, c) => value / Math.sqrt(variance[c]! + epsilon));
  return scope(() => {
    const { volume, at } = result(input.shape);
    const lists = [placeList(mean), placeList(scale), placeList(beta)] as const;
    const share = { over: input.size / channels, work: 3 * input.size };
    run('normalise', share, place(input), at, ...lists, channels);
    return volume;
  });
}

/**
 * The gradients of `batchNorm`; mean and variance are constants there.
 *
 * @param dOutput of the input's shape
 * @param input what `batchNorm` was given
 * @param options what `batchNorm` was given
 *
 * @example
 * ```ts
 * const [dOutput, x] = [[[1], [2]], [[12], [8]]].map((rows) => Volume.from(rows, 'float32'));
 * const options = { mean: [10], variance: [4], gamma: [3], epsilon: 0 };
 * const { dInput, dGamma, dBeta } = fast.batchNormBackward(dOutput, x, options);
 * dInput.toNested(2); // => [[1.5], [3]]
 * dGamma.toNested(1); // => [-1]
 * dBeta.toNested(1); // => [3]
 * ```
 */
export function batchNormBackward(
  dOutput: Volume,
  input: Volume,
  options: BatchNormOptions,
): BatchNormGradients {
  const doing = 'calculer le gradient de batchNorm';
  checkVolume(input, "l'entrée", doing);
  const { mean, variance, gamma, epsilon, channels } = readMoments(input.shape, options, doing);
  checkGradient(dOutput, input.shape, doing);
  const deviations = variance.map((value) => Math.sqrt(value + epsilon));
  const scale = gamma.map((value, c) => value / deviations[c]!);
  return scope(() => {
    const [dInput, dGamma, dBeta] = [result(input.shape), result([channels]), result([channels])];
    const rows = input.size / channels;
    const dy = { at: place(dOutput), rows, columns: channels };
    const none = placeList(new Float32Array(channels));
    const share = { over: rows, work: 3 * input.size };
    run('normalise', share, dy.at, dInput.at, none, placeList(scale), none, channels);
    productsOf(dy, none, place(input), placeList(mean), dGamma.at);
    for (let c = 0; c < channels; c++) dGamma.volume.data[c]! /= deviations[c]!;
    sumOf(dy, dBeta.at);
    return { dInput: dInput.volume, dGamma: dGamma.volume, dBeta: dBeta.volume };
  });
}
