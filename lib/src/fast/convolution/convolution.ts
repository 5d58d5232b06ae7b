import type { ConvGradients } from '../../ops/conv-gradients';
import { readBias } from '../../ops/kind';
import type { Conv2dGeometry } from '../../ops/read-conv2d';
import { Volume } from '../../volume/volume';
import { place, result, scope } from '../engine/scope';
import { biasGradient } from './bias-gradient';
import { forward } from './forward';
import { inputGradient } from './input-gradient';
import { kernelGradient } from './kernel-gradient';

/** The parameters' gradients: all that a network's first layer needs. */
export type WeightsGradients = Omit<ConvGradients<Volume, Volume>, 'dInput'>;

/** The gradients of an operation with a kernel and a bias, all of them Volumes. */
export type Gradients = ConvGradients<Volume, Volume>;

/** Convolves, once arguments and options have been read. */
export function convolve(
  geometry: Conv2dGeometry,
  outputShape: readonly number[],
  input: Volume,
  kernel: Volume,
  bias: unknown,
): Volume {
  return scope(() => {
    const { volume, at } = result(outputShape);
    const added = bias === undefined ? 0 : place(biasVolume(bias, geometry.filters));
    forward(geometry, place(input), place(kernel), added, at);
    return volume;
  });
}

/** The gradients of `convolve` for kernel and bias. */
export function convolveWeightsBackward(
  geometry: Conv2dGeometry,
  dOutput: Volume,
  input: Volume,
  kernel: Volume,
): WeightsGradients {
  return scope(() => {
    const { filters } = geometry;
    const dKernel = result(kernel.shape);
    const dBias = result([filters]);
    const dy = place(dOutput);
    kernelGradient(geometry, dy, place(input), dKernel.at);
    biasGradient(dOutput.size / filters, filters, dy, dBias.at);
    return { dKernel: dKernel.volume, dBias: dBias.volume };
  });
}

/** The gradients of `convolve` for input, kernel and bias. */
export function convolveBackward(
  geometry: Conv2dGeometry,
  dOutput: Volume,
  input: Volume,
  kernel: Volume,
): Gradients {
  return scope(() => {
    const dInput = result(input.shape);
    inputGradient(geometry, place(dOutput), place(kernel), dInput.at);
    const weights = convolveWeightsBackward(geometry, dOutput, input, kernel);
    return { dInput: dInput.volume, ...weights };
  });
}

function biasVolume(bias: unknown, filters: number): Volume {
  if (bias instanceof Volume) return bias;
  return new Volume([filters], Float32Array.from(readBias(bias, filters, '')));
}
