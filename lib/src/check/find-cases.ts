import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseCases, type CasesFile, type ExerciseCases } from './cases';

/** What a search for an exercise's public cases ends in. */
export type Found =
  | { kind: 'found'; exercise: ExerciseCases; folder: string }
  /** Cases files are there, but none holds this exercise; `known` are the ids they hold. */
  | { kind: 'unknown-exercise'; known: string[] }
  | { kind: 'no-cases-file'; searched: string }
  | { kind: 'unreadable'; file: string; reason: string };

/**
 * Finds the public cases of an exercise.
 *
 * Looks for `*.cases.json` in `cwd`, then in its `exercices`, `exercises` and `work/exercices`
 * folders, then the same one folder up, and so on. The nearest file that holds the exercise wins.
 *
 * @param id the exercise's id
 * @param cwd where the notebook runs
 * @param only look in this folder and nowhere else (the environment's CONVOLAB_EXERCISES)
 */
export function findCases(id: string, cwd: string, only?: string): Found {
  const known: string[] = [];
  let seen = false;
  for (const folder of only === undefined ? foldersFrom(cwd) : [only]) {
    for (const file of casesFilesIn(folder)) {
      seen = true;
      let cases: CasesFile;
      try {
        cases = parseCases(readFileSync(file, 'utf8'));
      } catch (error) {
        return { kind: 'unreadable', file, reason: (error as Error).message };
      }
      if (Object.hasOwn(cases.exercises, id)) {
        return { kind: 'found', exercise: cases.exercises[id]!, folder };
      }
      known.push(...Object.keys(cases.exercises));
    }
  }
  if (seen) return { kind: 'unknown-exercise', known: [...new Set(known)] };
  return { kind: 'no-cases-file', searched: only ?? cwd };
}

/** The same for the notebook that runs here. */
export const find = (id: string): Found =>
  findCases(id, process.cwd(), process.env['CONVOLAB_EXERCISES']);

/** All the cases files of the nearest folder that holds some; an unreadable one is left out. */
export function allCases(
  cwd = process.cwd(),
  only = process.env['CONVOLAB_EXERCISES'],
): { folder: string; files: CasesFile[]; unreadable: string[] } | null {
  for (const folder of only === undefined ? foldersFrom(cwd) : [only]) {
    const paths = casesFilesIn(folder);
    if (paths.length === 0) continue;
    const read = paths.map((path) => ({ path, cases: readCases(path) }));
    return {
      folder,
      files: read.flatMap(({ cases }) => (cases === null ? [] : [cases])),
      unreadable: read.flatMap(({ path, cases }) => (cases === null ? [path] : [])),
    };
  }
  return null;
}

function readCases(path: string): CasesFile | null {
  try {
    return parseCases(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

const besideNotebooks = ['.', 'exercices', 'exercises', join('work', 'exercices')];

function* foldersFrom(cwd: string): Generator<string> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    for (const name of besideNotebooks) yield join(folder, name);
    if (folder === dirname(folder)) return;
  }
}

function casesFilesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.cases.json'))
      .sort(byLesson)
      .map((name) => join(folder, name));
  } catch {
    return []; // no such folder, or not ours to read: the search goes on
  }
}

/** 1.9 comes before 1.10. */
const byLesson = (a: string, b: string): number => a.localeCompare(b, 'fr', { numeric: true });
