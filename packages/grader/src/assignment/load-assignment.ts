import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Handout, HandoutCell } from '@convolab/submission';
import { buildText, findTexts } from 'nbconvert-ts-runner';

/** A cell of our copy of the notebook. */
export interface OwnCell extends HandoutCell {
  /** As the solutions have it. */
  solution: string;
}

/** A notebook to grade: what it asks, our copy of it, what judges it. */
export interface Assignment extends Handout {
  cells: OwnCell[];
  /** Public spec first. */
  specs: string[];
}

/**
 * All notebooks with exercises and specs, read from their texts under `root`.
 *
 * @throws Error naming an exercise with a text but without a spec
 */
export function loadAssignments(root: string): Assignment[] {
  return findTexts(root)
    .filter((place) => place.notebooks.some(({ edition }) => edition === 'student'))
    .map((place) => loadAssignment(root, place))
    .filter((assignment) => assignment.exercises.length > 0);
}

function loadAssignment(root: string, place: ReturnType<typeof findTexts>[number]): Assignment {
  const built = buildText(place, readFileSync(join(root, place.text), 'utf8'));
  const student = built.notebooks.find(({ edition }) => edition === 'student');
  const stubs = new Map<unknown, string>(
    student?.notebook.cells.map((cell) => [cell['id'], asText(cell.source)]),
  );
  const cells = built.parsed.cells
    .filter((cell) => cell.kind === 'code')
    .map((cell) => ({
      id: cell.id ?? '',
      role: cell.role ?? 'given',
      ...(cell.exercise !== undefined && { exercise: cell.exercise }),
      source: stubs.get(cell.id) ?? cell.source,
      solution: cell.source,
    }));
  const { title, exercises } = built.frontMatter;
  const specs = ['public', 'hidden']
    .map((kind) => join(root, 'test', 'exercises', `${place.lesson}.${kind}.spec.ts`))
    .filter((path) => existsSync(path));
  if (specs.length === 0 && exercises.length > 0) {
    throw new Error(
      `Cannot grade ${place.lesson}: it has exercises but no spec; write ` +
        `test/exercises/${place.lesson}.public.spec.ts and .hidden.spec.ts.`,
    );
  }
  return { lesson: place.lesson, title, exercises, cells, specs };
}

const asText = (source: string | string[]): string =>
  typeof source === 'string' ? source : source.join('');
