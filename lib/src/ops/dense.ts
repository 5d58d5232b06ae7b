import type { DenseShape } from '../shape/dense-shape';
import type { Fits, Known, KnownShape, ShapeOf } from '../shape/shape-of';
import type { VolumeOf } from '../volume/volume-of';
import type { Array1D, Array2D, NestedArray } from '../volume/nested';
import type { Volume as Shapeless } from '../volume/shapeless';
import { arrayOf, Volume } from '../volume/volume';
import { densePlan } from './dense-plan';
import { giveBack, kindOf, toVolume } from './kind';
import type { Like, ListLike, RankLike } from './like';
import { listOf } from './list-of';
import { readOutputGradient } from './output-gradient';

/** Options of `dense`. */
export interface DenseOptions {
  /** Added to each unit: one number a unit. Default none. */
  bias?: Array1D | Volume;
}

/**
 * A dense layer, without its activation: every unit is a weighted sum of all inputs.
 *
 *     output[u] = bias[u] + sum over i of input[i] * kernel[i][u]
 *
 * | input              | kernel             | output           |
 * |--------------------|--------------------|------------------|
 * | `[inUnits]`        | `[inUnits, units]` | `[units]`        |
 * | `[batch, inUnits]` | the same           | `[batch, units]` |
 *
 * Any range of values; sums are computed in float64 and rounded once where the input is a float32
 * Volume. NaN goes through. The arguments are not changed. `inUnits * units` weights, and `units`
 * more with a bias. Formula: Goodfellow, Bengio, Courville, « Deep Learning », 2016, section 6.3,
 * with the weights laid as in tfjs.
 *
 * @param input nested arrays or a Volume; the result is of the same kind. An image: `flatten` it first
 * @param kernel the weights: nested arrays or a Volume
 * @throws TypeError when an argument is not an array of numbers
 * @throws RangeError when ranks, units or the bias do not fit
 *
 * @example
 * ```ts
 * const kernel = [[1, 2, 3], [10, 20, 30]];
 * dense([1, 1], kernel); // => [11, 22, 33]
 * dense([[1, 0], [0, 1]], kernel, { bias: [0, 0, 0.5] }); // => [[1, 2, 3.5], [10, 20, 30.5]]
 * ```
 */
export function dense(
  input: Array1D,
  kernel: Array2D | Shapeless,
  options?: DenseOptions,
): number[];
export function dense(
  input: Array2D,
  kernel: Array2D | Shapeless,
  options?: DenseOptions,
): number[][];
export function dense(input: Shapeless, kernel: Volume | Array2D, options?: DenseOptions): Volume;
export function dense<T extends Array1D | Array2D | Volume, K extends Array2D | Volume>(
  input: T,
  kernel: Fits<DenseShape<ShapeOf<T>, ShapeOf<K>>, K>,
  options?: DenseOptions,
): T extends KnownShape ? VolumeOf<Known<DenseShape<ShapeOf<T>, ShapeOf<K>>>> : RankLike<T>;
export function dense(
  input: Array1D | Array2D | Shapeless,
  kernel: Array2D | Shapeless,
  options: DenseOptions = {},
): Volume | NestedArray {
  const doing = 'calculer la couche dense';
  const x = toVolume(input, "l'entrée");
  const w = toVolume(kernel, 'la matrice de poids');
  const { batch, inUnits, units, outputShape } = densePlan(x.shape, w.shape, doing);
  const bias = listOf(options.bias, units, 0, 'le biais', 'unité', doing);

  const output = Volume.zeros(outputShape, x.dtype);
  for (let item = 0; item < batch; item++) {
    for (let unit = 0; unit < units; unit++) {
      let sum = bias[unit]!;
      for (let i = 0; i < inUnits; i++)
        sum += x.data[item * inUnits + i]! * w.data[i * units + unit]!;
      output.data[item * units + unit] = sum;
    }
  }
  return giveBack(output, kindOf(input));
}

/**
 * The gradients of `dense`.
 *
 *     dInput[i]     = sum over u of dOutput[u] * kernel[i][u]        the kernel transposed
 *     dKernel[i][u] = sum over the batch of input[i] * dOutput[u]
 *     dBias[u]      = sum over the batch of dOutput[u]
 *
 * @param dOutput of the loss, for each number of the output: of the output's shape
 * @param input what `dense` was given
 * @param kernel what `dense` was given
 * @param options what `dense` was given
 * @returns `dInput` with the kind and shape of the input, `dKernel` of the kernel; `dBias` `[units]`,
 *   of the kernel's kind
 * @throws RangeError when the shapes do not go together
 *
 * @example
 * ```ts
 * const { dInput, dKernel, dBias } = denseBackward([1, 2], [5, 6], [[1, 2], [3, 4]]);
 * dInput; // => [5, 11]
 * dKernel; // => [[5, 10], [6, 12]]
 * dBias; // => [1, 2]
 * ```
 */
export function denseBackward<T extends Array1D | Array2D | Volume, K extends Array2D | Volume>(
  dOutput: Array1D | Array2D | Volume,
  input: T,
  kernel: K,
  options: DenseOptions = {},
): { dInput: Like<T>; dKernel: Like<K>; dBias: ListLike<K> } {
  const doing = 'calculer le gradient de la couche dense';
  const x = toVolume(input, "l'entrée");
  const w = toVolume(kernel, 'la matrice de poids');
  const { batch, inUnits, units, outputShape } = densePlan(x.shape, w.shape, doing);
  listOf(options.bias, units, 0, 'le biais', 'unité', doing);
  const { data: dy } = readOutputGradient(dOutput, outputShape, doing);

  const dx = Volume.zeros(x.shape, x.dtype);
  const dw = new Float64Array(w.size);
  const db = new Float64Array(units);
  for (let item = 0; item < batch; item++) {
    for (let i = 0; i < inUnits; i++) {
      let sum = 0;
      for (let unit = 0; unit < units; unit++) {
        const gradient = dy[item * units + unit]!;
        sum += gradient * w.data[i * units + unit]!;
        dw[i * units + unit]! += x.data[item * inUnits + i]! * gradient;
      }
      dx.data[item * inUnits + i] = sum;
    }
    for (let unit = 0; unit < units; unit++) db[unit]! += dy[item * units + unit]!;
  }
  return {
    dInput: giveBack(dx, kindOf(input)) as Like<T>,
    dKernel: giveBack(new Volume(w.shape, arrayOf(w.dtype, dw)), kindOf(kernel)) as Like<K>,
    dBias: giveBack(new Volume([units], arrayOf(w.dtype, db)), kindOf(kernel)) as ListLike<K>,
  };
}
