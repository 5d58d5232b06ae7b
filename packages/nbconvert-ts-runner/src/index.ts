/** nbconvert-ts-runner: TypeScript notebooks as text and back, type-checked and executed without Jupyter. */
export * from './evaluator';
export * from './run/run-notebook';
export * from './text';
