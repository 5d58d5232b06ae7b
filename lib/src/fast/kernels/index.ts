/** The TypeScript kernels; the WebAssembly module exports the same names. One line a file. */
export * from './activations';
export * from './batch-norm';
export * from './convolve';
export * from './depthwise';
export * from './im2col';
export * from './input-gradient';
export * from './kernel-gradient';
export * from './pack';
export * from './pad';
export * from './pool';
export * from './relu';
export * from './sum-columns';
export * from './softmax';
