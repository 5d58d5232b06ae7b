import { display, type MimeBundle } from '../display';
import { explainNotFound } from './explain-not-found';
import { find } from './find-cases';
import { inSandbox } from './executor-door';
import { renderMessage, renderProse } from './render';

/** How many hints of each exercise were shown; kept as long as the kernel lives, and nowhere else. */
const shown = new Map<string, number>();

const steps = ['l’idée', 'le plan', 'presque le code'];

/**
 * Shows the next hint of an exercise below the cell: first the idea, then a plan, then almost the
 * code. Each call shows one more; the earlier ones stay.
 *
 * Asking for hints costs nothing: no grade counts them, and no file keeps them.
 *
 * @param id the exercise's id
 * @example
 * await hint('conv2d');
 */
// eslint-disable-next-line @typescript-eslint/require-await -- awaited like `check`: one habit for all
export async function hint(id: string): Promise<void> {
  if (!inSandbox()) display(nextHint(id));
}

function nextHint(id: string): MimeBundle {
  const found = find(id);
  if (found.kind !== 'found') return renderMessage(...explainNotFound(id, found, 'hint'));
  const { hints = [] } = found.exercise;
  if (hints.length === 0) {
    return renderMessage(`${id} : pas d’indice`, 'Cet exercice n’en a pas ; relisez l’énoncé.');
  }
  const count = Math.min(hints.length, (shown.get(id) ?? 0) + 1);
  shown.set(id, count);
  const parts = hints.slice(0, count).map((text, i) => {
    const name = steps[i] === undefined ? '' : ` : ${steps[i]}`;
    return `**Indice ${i + 1} sur ${hints.length}${name}**\n\n${text}`;
  });
  return renderProse([...parts, remaining(hints.length - count)].join('\n\n'));
}

function remaining(left: number): string {
  if (left === 0) {
    return '*C’était le dernier indice. Pour la suite : la section de la leçon que nomme `check`.*';
  }
  const many = left === 1 ? 'Il reste 1 indice' : `Il reste ${left} indices`;
  return `*${many}. Essayez d’abord avec celui-ci ; puis exécutez de nouveau cette cellule.*`;
}
