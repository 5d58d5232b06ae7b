/** The TypeScript kernels; the WebAssembly module exports the same names. One line a file. */
export * from './relu';
