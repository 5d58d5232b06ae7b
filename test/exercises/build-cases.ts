/**
 * npm run build:cases            writes exercises/<lesson>.cases.json from test/exercises
 * npm run build:cases -- --check writes nothing; fails, and names the command, where one would change
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { lessonCases } from './1.2-convolution.cases';
import { buildCasesFile, casesText } from './cases-file';
import type { LessonSource } from './case-source';
import { repositoryRoot } from './reference';

/** Every lesson that has exercises. */
export const lessons: LessonSource[] = [lessonCases];

export const casesPath = (lesson: string): string =>
  join(repositoryRoot, 'exercises', `${lesson}.cases.json`);

/** The lessons whose file is not what would be written now, with that text. */
export async function drifted(): Promise<{ path: string; text: string }[]> {
  const built = await Promise.all(
    lessons.map(async (source) => ({
      path: casesPath(source.lesson),
      text: await casesText(buildCasesFile(source)),
    })),
  );
  return built.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
}

async function main(): Promise<void> {
  const stale = await drifted();
  for (const { path, text } of stale) {
    const name = relative(repositoryRoot, path);
    if (process.argv.includes('--check')) {
      console.error(`${name} is not what its sources give; run npm run build:cases.`);
      process.exitCode = 1;
    } else {
      writeFileSync(path, text);
      console.log(`${name} written`);
    }
  }
  if (stale.length === 0) console.log(`${lessons.length} cases file(s) up to date`);
}

if (require.main === module) void main();
