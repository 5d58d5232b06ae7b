import {
  checkHasSamples,
  readScale,
  type Scale,
  type ScaleOptions,
} from '../../ops/batch-norm-plan';
import type { Volume } from '../../volume/volume';
import { checkGradient, checkVolume } from '../engine/check';
import { run } from '../engine/engine';
import { place, result, scope } from '../engine/scope';
import { type Matrix, placeList, productsOf, sumOf } from './column-sums';
import type { BatchNormGradients } from './batch-norm';

/**
 * `batchNormTraining` of the plain operations in float32: the same options, shapes and errors.
 *
 * @param input of rank 2 or more, the last axis that of the channels
 * @returns `output`, and the batch's `mean` and `variance`, `[channels]`
 * @throws TypeError when the input is not a Volume
 * @throws RangeError as the plain `batchNormTraining` does
 *
 * @example
 * ```ts
 * const x = Volume.from([[1, 5], [3, 5]], 'float32');
 * const { output, mean, variance } = fast.batchNormTraining(x, { epsilon: 0.25 });
 * mean.toNested(1); // => [2, 5]
 * variance.toNested(1); // => [1, 0]
 * output.toNested(2).flat().map((value) => value.toFixed(3)); // => ['-0.894', '0.000', '0.894', '0.000']
 * ```
 */
export function batchNormTraining(
  input: Volume,
  options: ScaleOptions = {},
): { output: Volume; mean: Volume; variance: Volume } {
  const { channels, gamma, beta, epsilon } = read(input, options, "normaliser l'entrée");
  return scope(() => {
    const output = result(input.shape);
    const x = matrixOf(input, channels);
    const { mean, variance } = moments(x);
    const scale = gamma.map((value, c) => value / Math.sqrt(variance.volume.data[c]! + epsilon));
    const lists = [mean.at, placeList(scale), placeList(beta)] as const;
    run('normalise', { over: x.rows, work: 3 * input.size }, x.at, output.at, ...lists, channels);
    return { output: output.volume, mean: mean.volume, variance: variance.volume };
  });
}

/**
 * The gradients of `batchNormTraining`, through the batch's mean and variance too.
 *
 * @param dOutput of the input's shape
 * @param input what `batchNormTraining` was given
 * @param options what `batchNormTraining` was given
 *
 * @example
 * ```ts
 * const [dOutput, x] = [[[1], [4]], [[-1], [1]]].map((rows) => Volume.from(rows, 'float32'));
 * const { dInput, dGamma, dBeta } = fast.batchNormTrainingBackward(dOutput, x, { epsilon: 0 });
 * dInput.toNested(2); // => [[0], [0]]
 * dGamma.toNested(1); // => [3]
 * dBeta.toNested(1); // => [5]
 * ```
 */
export function batchNormTrainingBackward(
  dOutput: Volume,
  input: Volume,
  options: ScaleOptions = {},
): BatchNormGradients {
  const doing = 'calculer le gradient de batchNormTraining';
  const { channels, gamma, epsilon } = read(input, options, doing);
  checkGradient(dOutput, input.shape, doing);
  return scope(() => {
    const [dInput, dGamma, dBeta] = [result(input.shape), result([channels]), result([channels])];
    const x = matrixOf(input, channels);
    const dy = matrixOf(dOutput, channels);
    const { mean, variance } = moments(x);
    const deviations = Array.from(variance.volume.data, (value) => Math.sqrt(value + epsilon));
    sumOf(dy, dBeta.at);
    productsOf(dy, placeList(new Float32Array(channels)), x.at, mean.at, dGamma.at);
    for (let c = 0; c < channels; c++) dGamma.volume.data[c]! /= deviations[c]!;

    const scale = deviations.map((deviation, c) => gamma[c]! / deviation);
    const slope = deviations.map((deviation, c) => dGamma.volume.data[c]! / x.rows / deviation);
    const shift = dBeta.volume.data.map((value) => value / x.rows);
    const lists = [mean.at, placeList(scale), placeList(slope), placeList(shift)] as const;
    const share = { over: x.rows, work: 5 * input.size };
    run('normaliseBackward', share, dy.at, x.at, dInput.at, ...lists, channels);
    return { dInput: dInput.volume, dGamma: dGamma.volume, dBeta: dBeta.volume };
  });
}

function read(input: Volume, options: ScaleOptions, doing: string): Scale {
  checkVolume(input, "l'entrée", doing);
  checkHasSamples(input.shape, doing);
  return readScale(input.shape, options, doing);
}

function matrixOf(volume: Volume, columns: number): Matrix {
  return { at: place(volume), rows: volume.size / columns, columns };
}

/** Mean and variance (divided by n) of each column. */
function moments(x: Matrix): Record<'mean' | 'variance', ReturnType<typeof result>> {
  const [mean, variance] = [result([x.columns]), result([x.columns])];
  sumOf(x, mean.at);
  for (let c = 0; c < x.columns; c++) mean.volume.data[c]! /= x.rows;
  productsOf(x, mean.at, x.at, mean.at, variance.at);
  for (let c = 0; c < x.columns; c++) variance.volume.data[c]! /= x.rows;
  return { mean, variance };
}
