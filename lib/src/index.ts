export * from './display';
export type { Array1D, Array2D, Array3D, Array4D, NestedArray } from './volume/nested';
export { Volume, type DType } from './volume/volume';
export type { Padding } from './shape/pad-axis';
export * from './shape/output-size';
export * from './ops/conv1d';
export * from './ops/conv2d';
export * from './ops/flip-kernel';
