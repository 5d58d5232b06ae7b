import { display, type MimeBundle } from '../display';
import type { CaseResult } from './diagnose';
import { allCases } from './find-cases';
import { addRecord, progressFile, readProgress } from './progress-file';
import { renderMessage } from './render';
import { renderProgress } from './render-progress';
import { inSandbox } from './executor-door';
import { standingsOf, total, withoutBonus, type LessonStanding } from './standings';

/**
 * Shows, below the cell, the points of the public cases that were earned so far, by lesson: the best
 * that `check` saw of each exercise, in all notebooks.
 *
 * The results lie in one file of the work folder, which only the student reads; no grade counts them.
 *
 * @example
 * await progress();
 */
// eslint-disable-next-line @typescript-eslint/require-await -- awaited like `check`: one habit for all
export async function progress(): Promise<void> {
  if (!inSandbox()) display(overview());
}

function overview(): MimeBundle {
  const found = allCases();
  if (found === null) {
    return renderMessage(
      'Progression : aucun exercice trouvé',
      'Ouvrez un carnet du dossier work/exercices, que npm start remplit, et essayez de nouveau.',
    );
  }
  const file = progressFile(found.folder);
  try {
    const { records, damaged } = file === null ? { records: [], damaged: 0 } : readProgress(file);
    const lessons = standingsOf(found.files, records);
    return renderProgress({
      lessons,
      notes: [
        hiddenRemain(
          lessons,
          total(
            withoutBonus(found.files.flatMap((each) => Object.values(each.exercises))),
            'points',
          ),
        ),
        file === null ? notKept : kept(file),
        ...(damaged > 0 ? [damagedLines(damaged)] : []),
        ...found.unreadable.map(
          (path) => `${path} est illisible : supprimez ce fichier et relancez npm start.`,
        ),
      ],
    });
  } catch (error) {
    return renderMessage(
      'Progression : le fichier des résultats est illisible',
      unreadable(file!, error),
    );
  }
}

/**
 * Records what a check found, where results are kept.
 *
 * @param casesFolder where the public cases were found
 * @returns a French sentence when it could not be written; null when it was, or need not be
 */
export function recordCheck(
  id: string,
  results: readonly CaseResult[],
  casesFolder: string,
): string | null {
  const file = progressFile(casesFolder);
  if (file === null) return null;
  const passed = results.filter(({ outcome }) => outcome.kind === 'passed').length;
  try {
    const date = new Date().toISOString();
    addRecord(file, { exercise: id, passed, cases: results.length, date });
    return null;
  } catch (error) {
    return `Ce résultat n’a pas pu être noté pour progress() dans ${file} (${reason(error)}).`;
  }
}

const hiddenRemain = (lessons: readonly LessonStanding[], all: number): string =>
  `Les cas publics d’un exercice rapportent leurs points quand tous passent. Ils comptent pour ${total(lessons, 'points').toLocaleString('fr-FR')} des ` +
  `${all.toLocaleString('fr-FR')} points. Les autres viennent de cas cachés, que seule la correction essaie : ` +
  'ce tableau n’est pas une note.';

const kept = (file: string): string =>
  `Le meilleur résultat de chaque exercice est compté ; tous sont dans ${file}, que vous seul lisez. ` +
  'Supprimer ce fichier remet le tableau à zéro.';

const notKept =
  'Ici, aucun résultat n’est conservé : ils le sont pour les carnets du dossier work/exercices.';

const damagedLines = (count: number): string =>
  count === 1
    ? 'Une ligne abîmée de ce fichier a été laissée de côté ; les autres sont comptées.'
    : `${count} lignes abîmées de ce fichier ont été laissées de côté ; les autres sont comptées.`;

const unreadable = (file: string, error: unknown): string =>
  `${file} ne peut pas être lu (${reason(error)}). Rendez-le lisible, ou renommez-le : un nouveau sera commencé.`;

const reason = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
