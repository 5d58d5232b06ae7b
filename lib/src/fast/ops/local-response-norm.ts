import {
  readLocalResponseNorm,
  type LocalResponseNormOptions,
} from '../../ops/local-response-norm-plan';
import type { Volume } from '../../volume/volume';
import { checkGradient, checkVolume } from '../engine/check';
import { result, scope } from '../engine/scope';

type Settings = Required<LocalResponseNormOptions>;

/**
 * `localResponseNorm` of the plain operations in float32: the same options and errors. Typed
 * arrays and plain loops in the engine's memory; its powers leave little for a kernel to gain.
 *
 * @throws TypeError when the input is not a Volume, RangeError as the plain operation does
 *
 * @example
 * ```ts
 * const options = { depthRadius: 1, bias: 1, alpha: 1, beta: 1 };
 * fast.localResponseNorm(Volume.from([1, 2, 0]), options).toNested(1).map((x) => x.toFixed(2)); // => ['0.17', '0.33', '0.00']
 * ```
 */
export function localResponseNorm(input: Volume, options: LocalResponseNormOptions = {}): Volume {
  const doing = "normaliser l'entrée en profondeur";
  checkVolume(input, "l'entrée", doing);
  const settings = readLocalResponseNorm(options, doing);
  return scope(() => {
    const { volume } = result(input.shape);
    const channels = input.shape.at(-1)!;
    const divisors = new Float64Array(channels);
    for (let start = 0; start < input.size; start += channels) {
      divisorsOf(input.data, start, settings, divisors);
      for (let c = 0; c < channels; c++) {
        volume.data[start + c] = input.data[start + c]! / divisors[c]! ** settings.beta;
      }
    }
    return volume;
  });
}

/**
 * The gradient of `localResponseNorm` for its input.
 *
 * @param dOutput of the input's shape
 * @param input what `localResponseNorm` was given
 * @param options what `localResponseNorm` was given
 *
 * @example
 * ```ts
 * const options = { depthRadius: 0, bias: 1, alpha: 0 };
 * const input = Volume.from([3, 4]);
 * fast.localResponseNormBackward(Volume.from([1, 2]), input, options).toNested(1); // => [1, 2]
 * ```
 */
export function localResponseNormBackward(
  dOutput: Volume,
  input: Volume,
  options: LocalResponseNormOptions = {},
): Volume {
  const doing = 'calculer le gradient de localResponseNorm';
  checkVolume(input, "l'entrée", doing);
  const settings = readLocalResponseNorm(options, doing);
  checkGradient(dOutput, input.shape, doing);
  const { alpha, beta, depthRadius } = settings;
  return scope(() => {
    const { volume } = result(input.shape);
    const [x, dy, dx] = [input.data, dOutput.data, volume.data];
    const channels = input.shape.at(-1)!;
    const divisors = new Float64Array(channels);
    const terms = new Float64Array(channels);
    const sums = new Float64Array(channels);
    for (let start = 0; start < input.size; start += channels) {
      divisorsOf(x, start, settings, divisors);
      for (let c = 0; c < channels; c++) {
        terms[c] = (dy[start + c]! * x[start + c]!) / divisors[c]! ** (beta + 1);
      }
      sumNeighbours(terms, depthRadius, sums);
      for (let c = 0; c < channels; c++) {
        const direct = dy[start + c]! / divisors[c]! ** beta;
        dx[start + c] = direct - 2 * alpha * beta * x[start + c]! * sums[c]!;
      }
    }
    return volume;
  });
}

/** Writes what the channels of one place are divided by, before the power. */
function divisorsOf(
  x: Volume['data'],
  start: number,
  { depthRadius, bias, alpha }: Settings,
  divisors: Float64Array,
): void {
  const squares = Float64Array.from(divisors, (_, c) => x[start + c]! ** 2);
  sumNeighbours(squares, depthRadius, divisors);
  for (let c = 0; c < divisors.length; c++) divisors[c] = bias + alpha * divisors[c]!;
}

/** Writes, for each channel, the sum over those at most `radius` away. */
function sumNeighbours(values: Float64Array, radius: number, sums: Float64Array): void {
  const channels = values.length;
  // What has been taken in cannot always be taken out again: not NaN, not Infinity, not huge numbers.
  for (let c = 0; c < channels; c++) {
    let sum = 0;
    const end = Math.min(c + radius + 1, channels);
    for (let d = Math.max(c - radius, 0); d < end; d++) sum += values[d]!;
    sums[c] = sum;
  }
}
