/** Networks of the course on tfjs, and the layers that tfjs lacks: `@convolab/lib/models`. */
export * from './layers/local-response-normalization';
export { describe } from './describe/describe';
export type { Description, DescriptionRow, DescriptionTotals } from './describe/description';
export type { ReceptiveField } from './describe/receptive-field';
export { leNet, type LeNetOptions } from './le-net';
export { onPaper } from './paper/on-paper';
export { vgg, type VggOptions } from './vgg';
