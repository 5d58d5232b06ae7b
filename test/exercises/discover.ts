import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Exercise } from './exercise';
import { loadReference } from './reference';

/** The lessons that have exercises: the folders here that are called as one and hold some, in order. */
export const lessonsWithExercises = (root = __dirname): string[] =>
  foldersIn(root).filter(
    (name) => /^\d+\.\d+-/.test(name) && exerciseFolders(join(root, name)).length > 0,
  );

/**
 * A lesson's exercises, in the order of its notebook: each is a folder with an `index.ts`.
 *
 * @throws Error when the folders and the front matter of `solutions/src/<lesson>.nb.ts` do not
 *   declare the same exercises
 */
export function exercisesOf(lesson: string, root = __dirname): Exercise[] {
  const load = createRequire(__filename);
  const found = exerciseFolders(join(root, lesson)).map((folder) => {
    const { default: exercise } = load(join(folder, 'index.ts')) as { default?: Exercise };
    if (typeof exercise?.id !== 'string') {
      throw new Error(
        `Cannot read the exercise in ${folder}: its index.ts exports no exercise by default; ` +
          'write export default defineExercise({ ... }).',
      );
    }
    return exercise;
  });
  const declared = loadReference(lesson).exercises.map(({ id }) => id);
  const strays = [
    ...found.map(({ id }) => id).filter((id) => !declared.includes(id)),
    ...declared.filter((id) => !found.some((exercise) => exercise.id === id)),
  ];
  if (strays.length > 0 || found.length > declared.length) {
    throw new Error(
      `Cannot match the exercises of ${lesson}: test/exercises/${lesson}/ holds ` +
        `${found.map(({ id }) => id).join(', ')}, and solutions/src/${lesson}.nb.ts declares ` +
        `${declared.join(', ') || 'none'}; make them the same.`,
    );
  }
  return declared.map((id) => found.find((exercise) => exercise.id === id)!);
}

const exerciseFolders = (lesson: string): string[] =>
  foldersIn(lesson)
    .map((name) => join(lesson, name))
    .filter((folder) => existsSync(join(folder, 'index.ts')));

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }));
