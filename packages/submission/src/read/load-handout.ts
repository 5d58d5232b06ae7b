import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCases, type CasesFile } from '@convolab/lib/public-cases';
import { joinSource, readCellMetadata, readMark } from 'nbconvert-ts-runner';
import type { Handout } from './handout';

/** The notebooks of the student edition that can be handed in, by name, in order. */
export const handoutNames = (root: string): string[] =>
  readdirSync(join(root, 'exercises'))
    .filter((name) => name.endsWith('.ipynb'))
    .map((name) => name.replace(/\.ipynb$/, ''))
    .sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }));

/**
 * A notebook of the student edition as we gave it out, and what it may be tried on.
 *
 * @param lesson one of `handoutNames`
 * @throws Error where our own file is broken
 */
export function loadHandout(
  root: string,
  lesson: string,
): { handout: Handout; cases: CasesFile; edition: string } {
  const file = join(root, 'exercises', `${lesson}.ipynb`);
  const notebook = JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof readMark>[0];
  const mark = readMark(notebook);
  if (mark === undefined) {
    throw new Error(
      `Cannot read ${file}: it was not built by nbts; take a fresh copy of ConvoLab.`,
    );
  }
  const cells = notebook.cells
    .filter(({ cell_type }) => cell_type === 'code')
    .map((cell) => {
      const { role = 'given', exercise } = readCellMetadata(cell.metadata);
      const source = joinSource(cell.source);
      return {
        id: cell['id'] as string,
        role,
        ...(exercise !== undefined && { exercise }),
        source,
      };
    });
  // A project has no public cases: its notebook says how to try it.
  const casesFile = join(root, 'exercises', `${lesson}.cases.json`);
  const cases = existsSync(casesFile)
    ? parseCases(readFileSync(casesFile, 'utf8'))
    : { lesson, exercises: {} };
  const exercises = mark.exercises ?? [];
  return { handout: { lesson, title: mark.title, exercises, cells }, cases, edition: mark.hash };
}
