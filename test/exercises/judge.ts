import { join } from 'node:path';
import { runSpecs, StudentError, type SpecResult } from '@convolab/grader/spec';
import type { AnyFunction } from './mistake';
import type { Attempt } from './mutant';
import { loadReference } from './reference';

/**
 * Runs a lesson's specs on an attempt in this process. Its functions get the very arguments of the
 * spec, as through a door that writes back what a submission did to its copies; what they return
 * must be as plain as what crosses.
 *
 * @param seed two seeds draw two sets of hidden cases
 */
export function judge(lesson: string, attempt: Attempt, seed = lesson): Promise<SpecResult> {
  const spec = (kind: string): string => join(__dirname, `${lesson}.${kind}.spec.ts`);
  return runSpecs({
    files: [spec('public'), spec('hidden')],
    exercise: attempt.exercise,
    student: Object.fromEntries(
      Object.entries(attempt.functions).map(([name, answer]) => [name, door(answer)]),
    ),
    solution: loadReference(lesson).functions,
    seed,
  });
}

function door(answer: AnyFunction): (...args: unknown[]) => Promise<unknown> {
  return async (...args) => {
    try {
      return (await answer(...args)) as unknown;
    } catch (error) {
      const { name, message } = error as Error;
      throw new StudentError(name, message);
    }
  };
}
