import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePercent, withoutSolutions } from 'nbconvert-ts-runner';
import { repositoryRoot } from './reference';

/** The answer cells of an exercise as students get them, which `reset` brings back. */
export function stubsOf(lesson: string, id: string): { cell: string; text: string }[] {
  const path = join(repositoryRoot, 'solutions', 'src', `${lesson}.nb.ts`);
  const { cells } = parsePercent(readFileSync(path, 'utf8'), path);
  return cells.flatMap((cell) =>
    cell.role === 'answer' && cell.exercise === id && cell.id !== undefined
      ? [{ cell: cell.id, text: withoutSolutions(cell) }]
      : [],
  );
}
