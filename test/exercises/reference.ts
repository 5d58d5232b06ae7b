import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import {
  parsePercent,
  readFrontMatter,
  resolveFixtures,
  type ExerciseDeclaration,
} from 'nbconvert-ts-runner';
import type { AnyFunction } from './answer';
import { typeAnswer } from './type-answer';

export const repositoryRoot = join(__dirname, '..', '..');

const requireHere = createRequire(join(repositoryRoot, 'solutions', 'notebook.js'));

/** A lesson's exercises as its text in `solutions/src` declares and answers them. */
export interface Reference {
  exercises: ExerciseDeclaration[];
  /** The reference answers, by the name of the function or the type. They take fixtures by name. */
  functions: Record<string, AnyFunction>;
  /** All that the answers and the exercises' given cells define by a declared name. */
  scope: Record<string, AnyFunction>;
}

/** A cell that answers an exercise. */
export interface AnswerCell {
  exercise: string;
  source: string;
}

/** What stands in place of the text itself, to try a reference that is not quite it. */
export interface Changes {
  /** The text to compile for that of a cell. */
  edit?: (source: string) => string;
  /** What that text may use beside the language, by name. */
  globals?: Record<string, unknown>;
}

/** The answer cells of a lesson, in order. */
export const answerCells = (lesson: string): AnswerCell[] =>
  readSolutions(lesson).text.cells.flatMap(({ role, exercise, source }) =>
    role === 'answer' && exercise !== undefined ? [{ exercise, source }] : [],
  );

/**
 * Reads the reference answers out of `solutions/src/<lesson>.nb.ts`, the only place where they are
 * written: the answer cells, and the given cells of an exercise (`role=given exercise=...`), where
 * its fixtures and its imports are; compiled together and run here. For types, the compiler answers.
 *
 * @throws Error when a declared function is in no answer cell
 */
export function loadReference(
  lesson: string,
  { edit = (source) => source, globals = {} }: Changes = {},
): Reference {
  const { text, exercises } = readSolutions(lesson);
  const cells = text.cells.filter(
    ({ role, exercise }) => role === 'answer' || (role === 'given' && exercise !== undefined),
  );
  const source = cells.map(({ source }) => edit(source)).join('\n');
  const { code } = transformSync(source, {
    loader: 'ts',
    target: 'es2022',
    format: 'cjs',
    logLevel: 'silent',
  });
  const types = exercises.flatMap((exercise) => exercise.types ?? []);
  const functions = exercises
    .flatMap((exercise) => exercise.functions)
    .filter((name) => !types.includes(name));
  const names = [...functions, ...exercises.flatMap(({ fixtures = [] }) => fixtures)];
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- our own text, not a submission's
  const run = new Function(
    ...['require', ...Object.keys(globals)],
    `${code}\nreturn { ${names.join(', ')} };`,
  );
  const scope = run(requireHere, ...Object.values(globals)) as Record<string, AnyFunction>;
  const typed = exercises.flatMap(({ id, types: asked = [] }) => {
    const own = cells.filter(({ exercise }) => exercise === id);
    const declared = own.map((cell) => edit(cell.source)).join('\n');
    return asked.map((name) => [name, typeAnswer(name, declared)] as const);
  });
  return {
    exercises,
    scope,
    functions: { ...pick(scope, functions), ...Object.fromEntries(typed) },
  };
}

function readSolutions(lesson: string) {
  const path = join(repositoryRoot, 'solutions', 'src', `${lesson}.nb.ts`);
  const text = parsePercent(readFileSync(path, 'utf8'), path);
  return { text, exercises: readFrontMatter(text.yaml, path).exercises };
}

const pick = (scope: Record<string, AnyFunction>, names: string[]): Record<string, AnyFunction> =>
  Object.fromEntries(names.map((name) => [name, takesFixtures(scope[name]!, scope)]));

/** A function that may be given a fixture by its name. */
export const takesFixtures =
  (answer: AnyFunction, scope: Record<string, unknown>): AnyFunction =>
  (...args: unknown[]) =>
    answer(...resolveFixtures(args, scope)) as unknown;
