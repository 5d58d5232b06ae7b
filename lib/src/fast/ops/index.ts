/** One line an operation. */
export * from './conv1d';
export * from './conv2d';
export * from './pointwise-conv2d';
export * from './dense';
export * from './relu';
