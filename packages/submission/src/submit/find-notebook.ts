import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readMark } from 'nbconvert-ts-runner';
import { handoutNames } from '../read/load-handout';
import { readNotebook, type SubmittedCell } from '../read/notebook';
import { maxNotebookBytes, readSubmittedFile } from '../read/read-file';
import { UsageError } from './usage-error';

export interface FoundNotebook {
  path: string;
  /** Whose exercises it answers: one of `handoutNames`. */
  lesson: string;
  /** When JupyterLab wrote it last: what was typed since is not in it. */
  saved: Date;
  bytes: Buffer;
  cells: SubmittedCell[];
}

/** Where a student's notebooks are. */
export const exercisesFolder = (root: string): string => join(root, 'work', 'exercices');

/**
 * The notebook that was named: by its path, or by its name alone, `1.2-convolution`, or `1.2` where
 * that can mean no other.
 *
 * @param cwd the folder that the command was typed in
 * @throws UsageError when there is none, it is not one of exercises, or it cannot be read
 */
export function findNotebook(root: string, named: string, cwd: string): FoundNotebook {
  const names = handoutNames(root);
  const numbered = names.filter((name) => name.startsWith(`${named}-`)); // 1.1 is not 1.10
  const meant = numbered.length > 0 ? numbered : names.filter((name) => name.startsWith(named));
  const spellings = [
    named,
    `${named}.ipynb`,
    ...(meant.length === 1 ? [`${meant[0]!}.ipynb`] : []),
  ];
  const folders = [cwd, root, exercisesFolder(root)];
  const places = folders.flatMap((folder) => spellings.map((name) => resolve(folder, name)));
  const path = places.find((place) => statSync(place, { throwIfNoEntry: false })?.isFile());
  if (path === undefined) {
    throw new UsageError(
      `Recherche du notebook : aucun fichier « ${named} », ni ici ni dans work/exercices.\n` +
        `Notebooks d’exercices : ${names.join(', ')}. Leur état : npm run submit`,
    );
  }
  const file = readSubmittedFile(path);
  if ('reason' in file) {
    const next = statSync(path).size > maxNotebookBytes ? `\n${lighten}` : '';
    throw new UsageError(`Lecture de ${path} : ${file.reason}.${next}`);
  }
  const read = readNotebook(file.bytes);
  if (!read.ok) throw new UsageError(`Lecture de ${path} : ${read.reason}.\n${restore}`);
  const { bytes } = file;
  const saved = statSync(path).mtime;
  return { path, lesson: lessonOf(path, bytes, names), saved, bytes, cells: read.cells };
}

/** By its own name; a copy that was renamed, by what it says of itself. */
function lessonOf(path: string, bytes: Buffer, names: string[]): string {
  // As readNotebook decodes it: some editors put a mark before the text.
  const content = JSON.parse(new TextDecoder().decode(bytes)) as { metadata?: unknown };
  const metadata = (content.metadata ?? {}) as Parameters<typeof readMark>[0]['metadata'];
  const mark = readMark({ metadata } as Parameters<typeof readMark>[0]);
  const own = basename(path, '.ipynb').normalize('NFC');
  if (mark?.edition === 'lesson') {
    const exercises = names.includes(mark.lesson) ? `work/exercices/${mark.lesson}.ipynb` : null;
    throw new UsageError(
      `Lecture de ${path} : c’est une leçon, et une leçon ne se rend pas.\n` +
        (exercises === null ? 'Elle n’a pas d’exercices.' : `Ses exercices : ${exercises}`),
    );
  }
  const lesson = [own, mark?.lesson].find((name) => name !== undefined && names.includes(name));
  if (lesson !== undefined) return lesson;
  throw new UsageError(
    `Lecture de ${path} : ce n’est pas un notebook d’exercices de ConvoLab.\n` +
      `Sont attendus : ${names.map((name) => `${name}.ipynb`).join(', ')}.`,
  );
}

const restore =
  'Ouvrez-le dans JupyterLab pour le réparer ; supprimé, il est remis à neuf par npm start.';

const lighten =
  'Ses sorties le remplissent : effacez-les dans JupyterLab (Edit, « Clear Outputs of All Cells »), enregistrez, ' +
  'et relancez la commande.';
