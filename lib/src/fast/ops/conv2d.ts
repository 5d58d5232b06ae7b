import { Volume } from '../../volume/volume';
import { biasGradient } from '../convolution/bias-gradient';
import { forward } from '../convolution/forward';
import { inputGradient } from '../convolution/input-gradient';
import { kernelGradient } from '../convolution/kernel-gradient';
import { planConv2d, type PlanOptions } from '../convolution/plan-conv2d';
import { checkGradient, checkVolume } from '../engine/check';
import { place, result, scope } from '../engine/scope';

export interface FastConv2dOptions extends PlanOptions {
  bias?: Volume;
}

/** The parameters' gradients: all that a network's first layer needs. */
export interface WeightsGradient {
  dKernel: Volume;
  dBias: Volume;
}

export interface Conv2dGradient extends WeightsGradient {
  dInput: Volume;
}

const doing = "convoluer l'image par le noyau";

/**
 * `conv2d` of `ops`, in float32: the same arguments as Volumes, the same result to float32's
 * precision.
 */
export function conv2d(input: Volume, kernel: Volume, options: FastConv2dOptions = {}): Volume {
  check(input, kernel, doing);
  const { plan, outputShape } = planConv2d(input, kernel, options, doing);
  const { bias } = options;
  return scope(() => {
    const { volume, at } = result(outputShape);
    forward(plan, place(input), place(kernel), bias === undefined ? 0 : place(bias), at);
    return volume;
  });
}

/** The gradients of `conv2d` for its input, its kernel and its bias. */
export function conv2dBackward(
  dOutput: Volume,
  input: Volume,
  kernel: Volume,
  options: FastConv2dOptions = {},
): Conv2dGradient {
  return scope(() => {
    const weights = conv2dWeightsBackward(dOutput, input, kernel, options);
    const { plan } = planConv2d(input, kernel, options, doing);
    const dInput = result(input.shape);
    inputGradient(plan, place(dOutput), place(kernel), dInput.at);
    return { dInput: dInput.volume, ...weights };
  });
}

/**
 * As `conv2dBackward` without the input's gradient: a network's first layer has no use for it, and
 * it is half of the work.
 */
export function conv2dWeightsBackward(
  dOutput: Volume,
  input: Volume,
  kernel: Volume,
  options: FastConv2dOptions = {},
): WeightsGradient {
  check(input, kernel, doing);
  const { plan, outputShape } = planConv2d(input, kernel, options, doing);
  checkGradient(dOutput, outputShape, doing);
  return scope(() => {
    const dKernel = result(kernel.shape);
    const dBias = result([plan.filters]);
    const dy = place(dOutput);
    kernelGradient(plan, dy, place(input), dKernel.at);
    biasGradient(dOutput.size / plan.filters, plan.filters, dy, dBias.at);
    return { dKernel: dKernel.volume, dBias: dBias.volume };
  });
}

function check(input: unknown, kernel: unknown, what: string): void {
  checkVolume(input, "l'image", what);
  checkVolume(kernel, 'le noyau', what);
}
