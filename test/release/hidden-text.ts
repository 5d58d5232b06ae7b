/** Looks in what students get for what they may not read before the grade. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSolutionText, findTexts, parsePercent } from 'nbconvert-ts-runner';
import { exercisesOf, lessonsWithExercises } from '../exercises/discover';
import { repositoryRoot } from '../exercises/reference';

export interface File {
  /** From the root of the edition. */
  path: string;
  content: string;
}

interface Found {
  path: string;
  line: string;
  /** The file of ours that it comes from. */
  from: string;
}

/**
 * Where the files of an edition hold text of reference answers or of the judges.
 *
 * In a notebook, in data or in prose one line is one too many. Programs have lines in common by chance
 * (`for (let y = 0; y < height; y++) {`): there it takes three of one file.
 */
export function hiddenTextIn(files: File[]): string[] {
  const found = [...solutionLines(files), ...judgesLines(files)];
  const count = ({ path, from }: Found): number =>
    new Set(found.filter((f) => f.path === path && f.from === from).map(({ line }) => line)).size;
  return found
    .filter((each) => !/\.(js|mjs|ts)$/.test(each.path) || count(each) >= 3)
    .map(({ path, line, from }) => `${path} has "${line}" of ${from}`);
}

/** Names that judges give to wrong and to other right answers, wherever they stand. */
export function mutantNamesIn(files: File[]): string[] {
  const names = lessonsWithExercises()
    .flatMap((lesson) => exercisesOf(lesson))
    .flatMap(({ mutants, alternatives }) => [...Object.keys(mutants), ...Object.keys(alternatives)])
    .filter((name) => name.length >= 20); // a shorter one is anybody's words
  return files.flatMap(({ path, content }) =>
    names.filter((name) => content.includes(name)).map((name) => `${path} names "${name}"`),
  );
}

function solutionLines(files: File[]): Found[] {
  const texts = findTexts(repositoryRoot).map(({ text: path }) => ({
    path,
    text: parsePercent(readFileSync(join(repositoryRoot, path), 'utf8'), path),
  }));
  return findSolutionText(texts, files);
}

/** Lines of hidden specs, of mutants and of right answers written otherwise. */
function judgesLines(files: File[]): Found[] {
  const folder = join(repositoryRoot, 'test', 'exercises');
  const secrets = new Map<string, string>();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/[\\/](hidden|mutants|alternatives|equivalents)\.ts$/.test(path)) continue;
    for (const line of linesOf(readFileSync(join(folder, path), 'utf8'))) secrets.set(line, path);
  }
  return files.flatMap(({ path, content }) =>
    linesOf(content).flatMap((line) => {
      const from = secrets.get(line);
      return from === undefined ? [] : [{ path, line, from }];
    }),
  );
}

/** Those long enough to say something, blanks collapsed. */
const linesOf = (content: string): string[] =>
  content
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line.length >= 40);
