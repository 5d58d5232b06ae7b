import { densePlan, type DensePlan } from '../../ops/dense-plan';
import type { DenseOptions } from '../../ops/dense';
import { listOf } from '../../ops/list-of';
import { Volume } from '../../volume/volume';
import {
  convolve,
  convolveBackward,
  convolveWeightsBackward,
  type Gradients,
  type WeightsGradients,
} from '../convolution/convolution';
import { productGeometry } from '../convolution/product-geometry';
import { checkGradient, checkVolume } from '../engine/check';

/**
 * `dense` of the plain operations in float32: the same options, shapes and errors.
 *
 * @param input `[inUnits]` or `[batch, inUnits]`
 * @param kernel `[inUnits, units]`
 * @throws TypeError when an argument is not a Volume
 * @throws RangeError as the plain `dense` does
 *
 * @example
 * ```ts
 * const kernel = Volume.from([[1, 2, 3], [10, 20, 30]], 'float32');
 * fast.dense(Volume.from([1, 1]), kernel, { bias: [0, 0, 0.5] }).toNested(1); // => [11, 22, 33.5]
 * ```
 */
export function dense(input: Volume, kernel: Volume, options: DenseOptions = {}): Volume {
  const plan = read(input, kernel, options, 'calculer la couche dense');
  return convolve(geometryOf(plan), plan.outputShape, input, kernel, options.bias);
}

/**
 * The gradients of `dense` for its input, its kernel and its bias.
 *
 * @param dOutput of the output's shape
 * @param input what `dense` was given
 * @param kernel what `dense` was given
 * @param options what `dense` was given
 *
 * @example
 * ```ts
 * const [dOutput, input] = [[1, 10], [2, 3]].map((row) => Volume.from(row));
 * const kernel = Volume.from([[1, 2], [3, 4]]);
 * const { dInput, dKernel, dBias } = fast.denseBackward(dOutput, input, kernel);
 * dInput.toNested(1); // => [21, 43]
 * dKernel.toNested(2); // => [[2, 20], [3, 30]]
 * dBias.toNested(1); // => [1, 10]
 * ```
 */
export function denseBackward(
  dOutput: Volume,
  input: Volume,
  kernel: Volume,
  options: DenseOptions = {},
): Gradients {
  const plan = readBackward(dOutput, input, kernel, options);
  return convolveBackward(geometryOf(plan), dOutput, input, kernel);
}

/**
 * As `denseBackward` without the input's gradient, for a network's first layer.
 *
 * @example
 * ```ts
 * const [dOutput, input] = [[1, 10], [2, 3]].map((row) => Volume.from(row));
 * const kernel = Volume.from([[1, 2], [3, 4]]);
 * fast.denseWeightsBackward(dOutput, input, kernel).dBias.toNested(1); // => [1, 10]
 * ```
 */
export function denseWeightsBackward(
  dOutput: Volume,
  input: Volume,
  kernel: Volume,
  options: DenseOptions = {},
): WeightsGradients {
  const plan = readBackward(dOutput, input, kernel, options);
  return convolveWeightsBackward(geometryOf(plan), dOutput, input, kernel);
}

function readBackward(
  dOutput: Volume,
  input: Volume,
  kernel: Volume,
  options: DenseOptions,
): DensePlan {
  const doing = 'calculer le gradient de la couche dense';
  const plan = read(input, kernel, options, doing);
  checkGradient(dOutput, plan.outputShape, doing);
  return plan;
}

function read(input: Volume, kernel: Volume, options: DenseOptions, doing: string): DensePlan {
  checkVolume(input, "l'entrée", doing);
  checkVolume(kernel, 'la matrice de poids', doing);
  const plan = densePlan(input.shape, kernel.shape, doing);
  listOf(options.bias, plan.units, 0, 'le biais', 'unité', doing);
  return plan;
}

function geometryOf({ batch, inUnits, units }: DensePlan): ReturnType<typeof productGeometry> {
  return productGeometry(batch, inUnits, units);
}
