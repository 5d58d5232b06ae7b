/** One line a layer. */
export * from './activation';
export * from './avg-pool2d';
export * from './batch-norm';
export * from './conv2d';
export * from './dense';
export * from './depthwise-conv2d';
export * from './dropout';
export * from './flatten';
export * from './global-avg-pool2d';
export * from './global-max-pool2d';
export * from './max-pool2d';
export type { Gradients, Layer, Pass, Shape, WeightSpec } from './layer';
export type { PoolLayerOptions } from './pool-layer';
