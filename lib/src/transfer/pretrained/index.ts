/** Networks that have learned, and what they take a picture for. */
export { hasPretrained, loadPretrained, type PretrainedName } from './load-pretrained';
export { MissingWeightsError, type Pictures, type Pretrained } from './pretrained';
export type { LocalModel } from './local/load-local';
export { topClasses, type TopClass } from './top-classes';
