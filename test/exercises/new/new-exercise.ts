/**
 * npm run new:exercise -- LESSON NAME   makes the skeleton of an exercise, and says what to fill in
 */
import { join, relative } from 'node:path';
import { writeWhole } from '@convolab/submission';
import { repositoryRoot } from '../reference';
import { planExercise, type PlannedFile } from './plan-exercise';

const usage = `Example: npm run new:exercise -- 1.4-activation-pooling maxPool

Makes the skeleton of an exercise: its folder of judges and its cells in solutions/src. CONTRIBUTING.md
walks through filling it in.`;

/** Nothing is written unless everything can be planned; the lesson's own text comes last. */
function write(files: readonly PlannedFile[]): void {
  for (const { path, text } of files) {
    writeWhole(join(repositoryRoot, path), [text]);
    console.log(`  ${path}`);
  }
}

function next(lesson: string, name: string): string {
  return `
Next (CONTRIBUTING.md, "A new exercise", tells each at length):
  1. solutions/src/${lesson}.nb.ts: title, points, statement, signature, reference answer; the table of
     exercises in its first cell.
  2. The folder above: index, cases, hidden, mistakes, mutants, alternatives, teaching.
     What is marked À ÉCRIRE is yours to write; npm test -- exercises is red until none is left.
  3. npm run build:notebooks && npm run build:cases && npm run mutants -- ${lesson}
  4. exercises/${lesson}.ipynb in JupyterLab (npm run edit), '${name}' answered wrongly: read what a student reads.
  5. npm run format && npm test -- exercises lessons && npm run check`;
}

function main([lesson, name, ...rest]: string[]): number {
  if (lesson === undefined || name === undefined || rest.length > 0 || lesson.startsWith('-')) {
    console.error(usage);
    return 2;
  }
  try {
    const files = planExercise(repositoryRoot, lesson, name);
    console.log(`Written in ${relative(process.cwd(), repositoryRoot) || '.'}:`);
    write(files);
    console.log(next(lesson, name));
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
