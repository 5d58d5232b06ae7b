/** The evaluator: cells compiled here, run there. See README.md for the protocol. */
export * from './types';
export { Compiler, CompilerDied, type CompilerOptions } from './compiler';
export { Executor } from './executor';
export type { CallRequest, ExecutorOptions, RunRequest } from './executor-options';
export type { RunEnd } from './pending';
export { Evaluator, type EvaluatorOptions, type RunOptions } from './evaluator';
export { compileError, deathError, runtimeError, stopped, type CellSource } from './cell-errors';
export {
  compilerArgs,
  executorFile,
  installationRoot,
  plainLauncher,
  type ProcessLauncher,
} from './launch';
export { typeCall, TypeRefused, typeResult } from './type-call';
export { decodeValue } from './wire/decode';
export { encodeArgument, isFixture, resolveFixtures, type Fixture } from './wire/fixture';
export { encodeValue, NotPlainError, type WireTensor } from './wire/values';
export { FrameError } from './wire/frames';
