/** What the kernel asks of the evaluator of cells. */
import type { Evaluator } from 'nbconvert-ts-runner/evaluator';

export type { CellError, CellOutput, CellResult } from 'nbconvert-ts-runner/evaluator';

export type KernelEvaluator = Pick<
  Evaluator,
  'run' | 'interrupt' | 'complete' | 'inspect' | 'isComplete'
>;
