import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePercent, readFrontMatter } from 'nbconvert-ts-runner';
import { addExercise, newText } from './solution-text';

/** A file to be written, from the repository's root. */
export interface PlannedFile {
  path: string;
  text: string;
}

/** Pages as the glossary are no lessons. */
const isLesson = /^\d+\.\d+-/;

/** What an unwritten part of a skeleton is marked with; no text may be left with it. */
export const toWrite = /À\sÉCRIRE/;

/**
 * The files of a new exercise's skeleton: its folder, its cells in the lesson's text of solutions, and
 * for a lesson without exercises that text and its two specs. Writes nothing.
 *
 * @param root the repository
 * @throws Error when the name cannot be a function's, or anything of that name is there
 */
export function planExercise(root: string, lesson: string, name: string): PlannedFile[] {
  const refuse = (found: string, next: string): never => {
    throw new Error(`Cannot make the exercise '${name}' of lesson ${lesson}: ${found}; ${next}.`);
  };
  if (!/^[a-z][a-zA-Z0-9]*$/.test(name)) {
    refuse('its name is the function’s, in camelCase', 'call it as maxPool or conv2d are called');
  }
  const lessons = textsIn(root, 'notebooks/src').filter((text) => isLesson.test(text));
  if (!lessons.includes(lesson)) {
    refuse(
      'there is no such lesson',
      `use one of ${lessons.join(', ')}, or write the lesson first`,
    );
  }
  for (const known of textsIn(root, 'solutions/src')) {
    const { exercises } = declarationsOf(root, `solutions/src/${known}.nb.ts`);
    const names = exercises.flatMap(({ id, functions }) => [id, ...functions]);
    if (names.includes(name)) refuse(`lesson ${known} declares it`, 'choose another name');
  }
  const folder = `test/exercises/${lesson}/${kebab(name)}`;
  if (existsSync(join(root, folder))) {
    refuse(`${folder} is there`, 'remove it or choose another name');
  }
  const fill = (text: string): string =>
    text.replaceAll('newName', name).replaceAll('theLesson', lesson);
  const template = join(__dirname, 'template');
  return [
    ...readdirSync(template).map((file) => ({
      path: `${folder}/${file}`,
      text: fill(readFileSync(join(template, file), 'utf8')),
    })),
    ...solutionFiles(root, lesson, name).map(({ path, text }) => ({ path, text: fill(text) })),
  ];
}

function solutionFiles(root: string, lesson: string, name: string): PlannedFile[] {
  const path = `solutions/src/${lesson}.nb.ts`;
  if (existsSync(join(root, path))) {
    return [{ path, text: addExercise(readFileSync(join(root, path), 'utf8'), name) }];
  }
  const { title } = declarationsOf(root, `notebooks/src/${lesson}.nb.ts`);
  const spec = "import { declareSpecs } from './specs';\ndeclareSpecs(__filename);\n";
  return [
    { path, text: addExercise(newText(lesson, title), name) },
    ...['public', 'hidden'].map((kind) => ({
      path: `test/exercises/${lesson}.${kind}.spec.ts`,
      text: spec,
    })),
  ];
}

function declarationsOf(root: string, path: string) {
  const { yaml } = parsePercent(readFileSync(join(root, path), 'utf8'), path);
  return readFrontMatter(yaml, path);
}

const textsIn = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.nb.ts'))
    .map((file) => file.slice(0, -'.nb.ts'.length))
    .sort();

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
