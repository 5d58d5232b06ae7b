/** Networks of the course on tfjs, and the layers that tfjs lacks: `@convolab/lib/models`. */
export { alexNet, type AlexNetOptions } from './alex-net';
export { groupedConv2d, type GroupedConv2dOptions } from './layers/grouped-conv2d';
export * from './layers/local-response-normalization';
export { describe } from './describe/describe';
export type { Description, DescriptionRow, DescriptionTotals } from './describe/description';
export type { ReceptiveField } from './describe/receptive-field';
export { leNet, type LeNetOptions } from './le-net';
export { onPaper } from './paper/on-paper';
export { seeded } from './weights/seeded';
export { vgg, type VggOptions } from './vgg';
export { denseNet, type DenseNetOptions } from './dense-net';
export { resNet, type ResNetOptions } from './res-net';
export { smallResNet, type SmallResNetOptions } from './small-res-net';
export { googLeNet, type GoogLeNetOptions } from './google-net';
export { inceptionModule, type InceptionModuleOptions } from './inception-module';
export { inceptionV2, type InceptionV2Options } from './inception-v2';
export { efficientNet, efficientNetScales, type EfficientNetOptions } from './efficient-net';
export { inputNormalization, type InputNormalizationOptions } from './layers/input-normalization';
