import { join } from 'node:path';
import { isStudentDead, runSpecs, StudentError, type SpecResult } from '@convolab/grader/spec';
import type { AnyFunction } from './answer';
import type { Attempt } from './attempts';
import { behindHandle, built } from './models';
import { loadReference, takesFixtures } from './reference';

export type SpecKind = 'public' | 'hidden';

/**
 * Runs a lesson's specs on an attempt in this process. Its functions get the very arguments of the
 * spec, as through a door that writes back what a submission did to its copies; what they return
 * must be as plain as what crosses, a model excepted, which stays behind a handle and is built on paper. The functions that it does not name are the reference's.
 *
 * @param seed two seeds draw two sets of hidden cases
 * @param kinds which of the lesson's specs; the others earn nothing
 * @throws Error when the attempt names a function that the exercise does not have
 */
export function judge(
  lesson: string,
  attempt: Attempt,
  seed = lesson,
  kinds: readonly SpecKind[] = ['public', 'hidden'],
): Promise<SpecResult> {
  const { exercises, functions, scope } = loadReference(lesson);
  const {
    functions: names = [],
    imports = [],
    computes = false,
  } = exercises.find(({ id }) => id === attempt.exercise) ?? {};
  const models = !imports.includes('@convolab/lib/tf') ? null : computes ? 'real' : 'paper';
  const strange = Object.keys(attempt.functions).find((name) => !names.includes(name));
  if (strange !== undefined) {
    throw new Error(
      `Cannot judge "${attempt.name}": '${attempt.exercise}' has no function '${strange}'; ` +
        `it has ${names.join(', ')}.`,
    );
  }
  const student = names.map((name) => {
    const answer = attempt.functions[name];
    return [
      name,
      door(answer === undefined ? functions[name]! : takesFixtures(answer, scope), models),
    ];
  });
  return runSpecs({
    files: kinds.map((kind) => join(__dirname, `${lesson}.${kind}.spec.ts`)),
    exercise: attempt.exercise,
    student: Object.fromEntries(student) as Record<string, ReturnType<typeof door>>,
    solution: functions,
    seed,
  });
}

/** @param models how those of the answer are built, if it has any */
function door(
  answer: AnyFunction,
  models: 'paper' | 'real' | null,
): (...args: unknown[]) => Promise<unknown> {
  return async (...args) => {
    try {
      const call = (): unknown => answer(...args);
      if (models === null) return await call();
      return behindHandle(await (models === 'paper' ? built(call) : call()));
    } catch (error) {
      if (isStudentDead(error)) throw error;
      const { name, message } = error as Error;
      throw new StudentError(name, message);
    }
  };
}
