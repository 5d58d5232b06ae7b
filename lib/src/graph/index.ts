/** A tfjs model as one TensorFlow graph, to predict and to train: `@convolab/lib/graph`. */
export { compileGraph, type CompileGraphOptions } from './compile-graph';
export type { CompiledGraph, GraphState, StepOptions, StepResult } from './compiled-graph';
export type { Inputs } from './read-inputs';
export type { LossName } from './losses';
export type { RateOf } from './optimizers/layer-rates';
export type { OptimizerName, OptimizerOptions } from './optimizers';
export { UnsupportedError } from './unsupported';
export { train, type TrainModelOptions } from '../training/train-model';
export type { CustomLoss } from '../training/engines/eager/eager-loss';
