import { avgPool2d, avgPool2dBackward } from '../../ops/avg-pool2d';
import { batchNorm } from '../../ops/batch-norm';
import { batchNormTraining, batchNormTrainingBackward } from '../../ops/batch-norm-training';
import { conv2d, conv2dBackward } from '../../ops/conv2d';
import {
  crossEntropyFromLogits,
  crossEntropyFromLogitsBackward,
} from '../../ops/cross-entropy-from-logits';
import { dense, denseBackward } from '../../ops/dense';
import { depthwiseConv2d, depthwiseConv2dBackward } from '../../ops/depthwise-conv2d';
import { dropout, dropoutBackward } from '../../ops/dropout';
import { elu, eluBackward } from '../../ops/elu';
import { globalAvgPool2d, globalAvgPool2dBackward } from '../../ops/global-avg-pool2d';
import { globalMaxPool2d, globalMaxPool2dBackward } from '../../ops/global-max-pool2d';
import { leakyRelu, leakyReluBackward } from '../../ops/leaky-relu';
import { maxPool2d, maxPool2dBackward } from '../../ops/max-pool2d';
import { relu, reluBackward } from '../../ops/relu';
import { relu6, relu6Backward } from '../../ops/relu6';
import { sigmoid, sigmoidBackward } from '../../ops/sigmoid';
import { softmax, softmaxBackward } from '../../ops/softmax';
import { swish, swishBackward } from '../../ops/swish';
import { tanh, tanhBackward } from '../../ops/tanh';
import { Volume } from '../../volume/volume';
import type { Engine } from './engine';

/** The operations a student reads, in float64: slow, exact to the last digits, no memory to mind. */
export const plain: Engine = {
  name: 'plain',
  dtype: 'float64',
  scope: (body) => body(),
  adopt: (volume) => new Volume(volume.shape, volume.data.slice()),
  release: () => undefined,

  conv2d,
  conv2dBackward,
  conv2dWeightsBackward: conv2dBackward,
  depthwiseConv2d,
  depthwiseConv2dBackward,
  dense,
  denseBackward,
  maxPool2d,
  maxPool2dBackward,
  avgPool2d,
  avgPool2dBackward,
  globalMaxPool2d,
  globalMaxPool2dBackward,
  globalAvgPool2d,
  globalAvgPool2dBackward,
  relu,
  reluBackward,
  relu6,
  relu6Backward,
  leakyRelu,
  leakyReluBackward,
  elu,
  eluBackward,
  sigmoid,
  sigmoidBackward,
  tanh,
  tanhBackward,
  swish,
  swishBackward,
  softmax,
  softmaxBackward,
  batchNorm,
  batchNormTraining,
  batchNormTrainingBackward,
  dropout,
  dropoutBackward,
  crossEntropyFromLogits,
  crossEntropyFromLogitsBackward,
};
