/** One line an operation. */
export * from './conv1d';
export * from './conv2d';
export * from './pointwise-conv2d';
export * from './dense';
export * from './relu';
export * from './relu6';
export * from './leaky-relu';
export * from './elu';
export * from './sigmoid';
export * from './tanh';
export * from './swish';
export * from './max-pool2d';
export * from './avg-pool2d';
export * from './sum-pool2d';
export * from './global-max-pool2d';
export * from './global-avg-pool2d';
export * from './global-sum-pool2d';
