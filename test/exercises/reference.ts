import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import {
  parsePercent,
  readFrontMatter,
  resolveFixtures,
  type ExerciseDeclaration,
} from 'nbconvert-ts-runner';
import type { AnyFunction } from './answer';

export const repositoryRoot = join(__dirname, '..', '..');

/** A lesson's exercises as its text in `solutions/src` declares and answers them. */
export interface Reference {
  exercises: ExerciseDeclaration[];
  /** The reference answers, by the name of the function. They take fixtures by name. */
  functions: Record<string, AnyFunction>;
  /** All that the answers and the exercises' given cells define by a declared name. */
  scope: Record<string, AnyFunction>;
}

/**
 * Reads the reference answers out of `solutions/src/<lesson>.nb.ts`, the only place where they are
 * written: the answer cells, and the given cells of an exercise (`role=given exercise=...`), where
 * its fixtures are; compiled together and run here.
 *
 * @throws Error when a declared function is in no answer cell
 */
export function loadReference(lesson: string): Reference {
  const path = join(repositoryRoot, 'solutions', 'src', `${lesson}.nb.ts`);
  const text = parsePercent(readFileSync(path, 'utf8'), path);
  const { exercises } = readFrontMatter(text.yaml, path);
  const cells = text.cells.filter(
    ({ role, exercise }) => role === 'answer' || (role === 'given' && exercise !== undefined),
  );
  const source = cells.map((cell) => cell.source).join('\n');
  const { code } = transformSync(source, { loader: 'ts', target: 'es2022' });
  const names = exercises.flatMap(({ functions, fixtures = [] }) => [...functions, ...fixtures]);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- our own text, not a submission's
  const scope = new Function(`${code}\nreturn { ${names.join(', ')} };`)() as Record<
    string,
    AnyFunction
  >;
  const functions = exercises.flatMap((exercise) => exercise.functions);
  return { exercises, scope, functions: pick(scope, functions) };
}

const pick = (scope: Record<string, AnyFunction>, names: string[]): Record<string, AnyFunction> =>
  Object.fromEntries(names.map((name) => [name, takesFixtures(scope[name]!, scope)]));

/** A function that may be given a fixture by its name. */
export const takesFixtures =
  (answer: AnyFunction, scope: Record<string, unknown>): AnyFunction =>
  (...args: unknown[]) =>
    answer(...resolveFixtures(args, scope)) as unknown;
