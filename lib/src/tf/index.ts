/* eslint-disable @typescript-eslint/unbound-method -- functions of a module: none uses `this` */
/**
 * The lessons' door to TensorFlow.js: `import * as tf from '@convolab/lib/tf'`. Native where that
 * works, else plain JavaScript (see `load.ts`); with declarations small enough for a notebook (see
 * `tensors.ts` and `models.ts`).
 */
import { loadTf } from './load';

export type * from './tensors';
export type * from './models';
export type { Tf } from './load';
export { toTensor } from './to-tensor';

export const {
  // tensors
  scalar,
  tensor,
  tensor1d,
  tensor2d,
  tensor3d,
  tensor4d,
  zeros,
  ones,
  fill,
  range,
  oneHot,
  randomNormal,
  randomUniform,
  variable,
  // operations
  conv1d,
  conv2d,
  depthwiseConv2d,
  maxPool,
  avgPool,
  add,
  sub,
  mul,
  div,
  matMul,
  relu,
  leakyRelu,
  elu,
  sigmoid,
  tanh,
  softmax,
  stack,
  concat,
  // engine
  tidy,
  keep,
  dispose,
  memory,
  getBackend,
  setBackend,
  ready,
  // models
  sequential,
  model,
  input,
  loadLayersModel,
  metrics,
  layers,
  initializers,
  train,
} = loadTf();
