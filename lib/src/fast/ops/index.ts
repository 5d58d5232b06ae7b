/** One line an operation. */
export * from './relu';
export * from './conv2d';
