/** The door `import * as nn from '@convolab/lib/nn'`: networks written by hand, and their training. */
export * from './layers';
export type { EngineName } from './engine/choose-engine';
export { load, type Loaded } from './format/load';
export { save, type SaveOptions } from './format/save';
export { fromTfjs } from './tfjs/from-tfjs';
export { toTfjs } from './tfjs/to-tfjs';
export type { InitializerName } from './initializers';
export { Network, sequential, type FitOptions, type NetworkOptions } from './network';
export {
  adam,
  momentum,
  sgd,
  Optimizer,
  type AdamOptions,
  type MomentumOptions,
} from './optimizers';
export type { Summary, SummaryRow } from './summary';
export * from '../training';
