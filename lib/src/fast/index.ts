/**
 * The fast door, `import * as fast from '@convolab/lib/fast'`: the operations of `ops`, of the same
 * names and arguments, for float32 Volumes, computed by WebAssembly kernels in one shared memory.
 */
export { fastInfo, setKernels, setThreads, type FastInfo } from './engine/engine';
export type { KernelKind } from './engine/kernel-table';
export { adopt, release, scope } from './engine/scope';
export * from './ops';
