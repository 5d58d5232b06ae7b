/**
 * npm run build:cases            writes what is made from the sources of the exercises:
 *                                exercises/<lesson>.cases.json and docs/exercises.md
 * npm run build:cases -- --check writes nothing; fails, and names the command, where one would change
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCasesFile, casesText } from './cases-file';
import { lessonsWithExercises } from './discover';
import { exerciseTable } from './exercise-table';
import { formatted } from './formatted';
import { repositoryRoot } from './reference';

interface Product {
  /** From the repository's root. */
  path: string;
  text: string;
}

async function products(): Promise<Product[]> {
  const lessons = lessonsWithExercises();
  const cases = await Promise.all(
    lessons.map(async (lesson) => ({
      path: `exercises/${lesson}.cases.json`,
      text: await casesText(await buildCasesFile(lesson)),
    })),
  );
  const table = exerciseTable(lessons);
  const docs = { path: 'docs/exercises.md', text: await formatted(table, 'exercises.md') };
  return [...cases, docs];
}

/** The products that are not what their sources give now. */
export async function drifted(): Promise<Product[]> {
  return (await products()).filter(({ path, text }) => {
    const file = join(repositoryRoot, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
}

async function main(): Promise<void> {
  const stale = await drifted();
  for (const { path, text } of stale) {
    if (process.argv.includes('--check')) {
      console.error(`${path} is not what its sources give; run npm run build:cases.`);
      process.exitCode = 1;
    } else {
      writeFileSync(join(repositoryRoot, path), text);
      console.log(`${path} written`);
    }
  }
  if (stale.length === 0) console.log('the public cases and the table are up to date');
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error((error as Error).message);
    process.exitCode = 1;
  });
}
