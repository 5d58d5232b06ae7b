import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Edition } from './notebook-metadata';

export const TEXT_ENDING = '.nb.ts';

/** A text and the notebooks that it gives. Paths are from the root, with `/`. */
export interface LessonText {
  /** `1.2-convolution` */
  lesson: string;
  text: string;
  notebooks: { path: string; edition: Edition }[];
}

/** Folders of texts, and what each text in them becomes. */
const ROOMS: { texts: string; products: { folder: string; edition: Edition }[] }[] = [
  { texts: 'notebooks/src', products: [{ folder: 'notebooks', edition: 'lesson' }] },
  {
    texts: 'solutions/src',
    products: [
      { folder: 'solutions', edition: 'solution' },
      { folder: 'exercises', edition: 'student' },
    ],
  },
];

/** Folders that hold built notebooks and nothing else in `.ipynb`. */
export const NOTEBOOK_FOLDERS = ROOMS.flatMap((room) => room.products.map((one) => one.folder));

/** The nearest folder, from `start` upwards, that holds texts; undefined if there is none. */
export function findRoot(start: string): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (ROOMS.some((room) => existsSync(join(folder, room.texts)))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** All texts under `root`, lessons before solutions, each room in the order of names. */
export function findTexts(root: string): LessonText[] {
  return ROOMS.flatMap(({ texts, products }) =>
    namesIn(join(root, texts), TEXT_ENDING).map((lesson) => ({
      lesson,
      text: `${texts}/${lesson}${TEXT_ENDING}`,
      notebooks: products.map(({ folder, edition }) => ({
        path: `${folder}/${lesson}.ipynb`,
        edition,
      })),
    })),
  );
}

/**
 * The texts that `names` mean; all if there are none. A name is a lesson (`1.2-convolution`: its
 * lesson and its solutions) or the path of a text or of a notebook.
 * @throws RangeError naming what is unknown and what there is
 */
export function selectTexts(all: LessonText[], names: string[]): LessonText[] {
  const chosen = new Set<LessonText>();
  for (const name of names) {
    const found = all.filter((one) => isMeant(one, name));
    if (found.length === 0) {
      const known = [...new Set(all.map((one) => one.lesson))].join(', ') || 'none';
      throw new RangeError(`no text is called "${name}"; there are: ${known}`);
    }
    found.forEach((one) => chosen.add(one));
  }
  return names.length === 0 ? all : all.filter((one) => chosen.has(one));
}

/** Built notebooks under `root` that no text gives. */
export function findOrphans(root: string, all: LessonText[]): string[] {
  const given = new Set(all.flatMap((one) => one.notebooks.map(({ path }) => path)));
  return NOTEBOOK_FOLDERS.flatMap((folder) =>
    namesIn(join(root, folder), '.ipynb').map((name) => `${folder}/${name}.ipynb`),
  ).filter((path) => !given.has(path));
}

function isMeant(one: LessonText, name: string): boolean {
  if (name === one.lesson) return true;
  const path = name.replace(/\\/g, '/').replace(/^\.\//, '');
  return [one.text, ...one.notebooks.map((notebook) => notebook.path)].some(
    (own) => own === path || path.endsWith(`/${own}`),
  );
}

function namesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => basename(file, ending))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}
