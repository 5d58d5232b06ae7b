import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { parsePercent, readFrontMatter, type ExerciseDeclaration } from 'nbconvert-ts-runner';
import type { AnyFunction } from './answer';

export const repositoryRoot = join(__dirname, '..', '..');

/** A lesson's exercises as its text in `solutions/src` declares and answers them. */
export interface Reference {
  exercises: ExerciseDeclaration[];
  /** The reference answers, by the name of the function. */
  functions: Record<string, AnyFunction>;
}

/**
 * Reads the reference answers out of `solutions/src/<lesson>.nb.ts`, the only place where they are
 * written: the answer cells, compiled together and run here.
 *
 * @throws Error when a declared function is in no answer cell
 */
export function loadReference(lesson: string): Reference {
  const path = join(repositoryRoot, 'solutions', 'src', `${lesson}.nb.ts`);
  const text = parsePercent(readFileSync(path, 'utf8'), path);
  const { exercises } = readFrontMatter(text.yaml, path);
  const answers = text.cells.filter((cell) => cell.role === 'answer').map((cell) => cell.source);
  const { code } = transformSync(answers.join('\n'), { loader: 'ts', target: 'es2022' });
  const names = exercises.flatMap((exercise) => exercise.functions);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- our own text, not a submission's
  const functions = new Function(`${code}\nreturn { ${names.join(', ')} };`)() as Record<
    string,
    AnyFunction
  >;
  return { exercises, functions };
}
