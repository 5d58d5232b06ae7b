import type { BatchNormOptions, ScaleOptions } from '../../ops/batch-norm-plan';
import type { Conv2dOptions } from '../../ops/read-conv2d';
import type { DropoutOptions } from '../../ops/dropout-mask';
import type { PoolOptions } from '../../ops/pool-plan';
import type { DType, Volume } from '../../volume/volume';

type Map1 = (input: Volume) => Volume;
type MapBackward = (dOutput: Volume, input: Volume) => Volume;
type Pool = (input: Volume, options: PoolOptions) => Volume;
type PoolBackward = (dOutput: Volume, input: Volume, options: PoolOptions) => Volume;

/** Gradients of an operation with a kernel and a bias. */
export interface KernelGradients {
  dInput: Volume;
  dKernel: Volume;
  dBias: Volume;
}

type ConvOptions = Omit<Conv2dOptions, 'bias'> & { bias?: Volume };
type Conv = (input: Volume, kernel: Volume, options: ConvOptions) => Volume;
type ConvBackward = (
  dOutput: Volume,
  input: Volume,
  kernel: Volume,
  options: ConvOptions,
) => KernelGradients;

/**
 * What a network computes with. It is chosen by its structure: the plain operations of `ops` fit, and
 * so do those of `fast`, since they have the same names and arguments.
 */
export interface Engine {
  readonly name: 'plain' | 'fast';
  /** What the network's numbers are kept in. */
  readonly dtype: DType;

  /** Runs a computation and frees what it made, but for what it returns. */
  scope<T>(body: () => T): T;
  /** A copy that lives until `release`. */
  adopt(volume: Volume): Volume;
  release(volume: Volume): void;

  conv2d: Conv;
  conv2dBackward: ConvBackward;
  /** Without dInput: the first layer has no use for it. */
  conv2dWeightsBackward(...args: Parameters<ConvBackward>): Omit<KernelGradients, 'dInput'>;
  depthwiseConv2d: Conv;
  depthwiseConv2dBackward: ConvBackward;
  dense(input: Volume, kernel: Volume, options: { bias?: Volume }): Volume;
  denseBackward(
    dOutput: Volume,
    input: Volume,
    kernel: Volume,
    options: { bias?: Volume },
  ): KernelGradients;

  maxPool2d: Pool;
  maxPool2dBackward: PoolBackward;
  avgPool2d: Pool;
  avgPool2dBackward: PoolBackward;
  globalMaxPool2d: Map1;
  globalMaxPool2dBackward: MapBackward;
  globalAvgPool2d: Map1;
  globalAvgPool2dBackward: MapBackward;

  relu: Map1;
  reluBackward: MapBackward;
  relu6: Map1;
  relu6Backward: MapBackward;
  leakyRelu(input: Volume, options: { alpha?: number }): Volume;
  leakyReluBackward(dOutput: Volume, input: Volume, options: { alpha?: number }): Volume;
  elu(input: Volume, options: { alpha?: number }): Volume;
  eluBackward(dOutput: Volume, input: Volume, options: { alpha?: number }): Volume;
  sigmoid: Map1;
  sigmoidBackward: MapBackward;
  tanh: Map1;
  tanhBackward: MapBackward;
  swish: Map1;
  swishBackward: MapBackward;
  softmax: Map1;
  softmaxBackward: MapBackward;

  batchNorm(input: Volume, options: BatchNormOptions): Volume;
  batchNormTraining(
    input: Volume,
    options: ScaleOptions,
  ): { output: Volume; mean: Volume; variance: Volume };
  batchNormTrainingBackward(
    dOutput: Volume,
    input: Volume,
    options: ScaleOptions,
  ): { dInput: Volume; dGamma: Volume; dBeta: Volume };
  dropout(input: Volume, options: DropoutOptions): { output: Volume };
  dropoutBackward(dOutput: Volume, input: Volume, options: DropoutOptions): Volume;

  crossEntropyFromLogits(logits: Volume, labels: number[]): number;
  crossEntropyFromLogitsBackward(dOutput: number, logits: Volume, labels: number[]): Volume;
}
