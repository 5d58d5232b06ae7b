import { readdirSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';

import { impossible, systemText, valueText } from '../../errors';
import type { Part } from './split-groups';

/** A file that may be a picture. */
export interface Found {
  /** From the student's folder, as messages name it: `train/chat/3.jpg`. */
  file: string;
  className: string;
  /** Where the folder itself is divided into parts. */
  part?: Part;
}

/** What was left aside, and why: French, the end of a sentence. */
export interface LeftOut {
  /** From the student's folder. */
  file: string;
  /** « c'est un HEIC mais il faut … » */
  why: string;
}

/** What lies in a student's folder. */
export interface FoundPictures {
  /** The names of the folders of classes, in alphabetical order: empty ones too. */
  classes: string[];
  found: Found[];
  leftOut: LeftOut[];
  /** Whether the folder itself says what to train and what to test with. */
  divided: boolean;
}

const partNames: Readonly<Record<string, Part>> = {
  train: 'train',
  entrainement: 'train',
  apprentissage: 'train',
  validation: 'validation',
  val: 'validation',
  test: 'test',
};

/** Names of pictures, those that are not read here too: they are then said to be unreadable, and why. */
const pictureName = /\.(png|jpe?g|jfif|gif|bmp|webp|heic|heif|avif|tiff?|svg)$/i;

/** A folder of more files is another than the one that was meant. */
const mostFiles = 20_000;

/**
 * Lists the student's pictures: a folder a class, or such folders in `train`, `validation` and `test`. Nothing is
 * read, and what lies elsewhere is said.
 *
 * @throws Error when the folder cannot be read
 * @throws RangeError when it holds no folder, or too many files
 */
export function findPictures(root: string, doing: string): FoundPictures {
  const classes = new Set<string>();
  const found: Found[] = [];
  const leftOut: LeftOut[] = [];
  const entriesOf = (folder: string): Dirent[] => list(path.join(root, folder), doing);
  const folders = foldersIn('', 'il est hors de tout dossier de classe');
  if (folders.length === 0) {
    throw new RangeError(
      impossible(
        doing,
        'il ne contient aucun dossier, et il en faut un par classe, qui porte son nom et contient ses images',
        `rangez-les ainsi\u00a0: ${path.join(root, 'chat', '1.jpg')}, ${path.join(root, 'chien', '1.jpg')}\u00a0…`,
      ),
    );
  }
  const divided = folders.every((name) => partOf(name) !== undefined);
  for (const name of folders) {
    if (!divided) readClass(name, name);
    else {
      for (const className of foldersIn(name, 'il est hors de tout dossier de classe')) {
        readClass(path.join(name, className), className, partOf(name));
      }
    }
  }
  return { classes: [...classes].sort(inFrench), found, leftOut, divided };

  /** The folders of a folder, in order; whatever else lies there is left out. */
  function foldersIn(folder: string, why: string): string[] {
    const names: string[] = [];
    for (const entry of entriesOf(folder)) {
      const file = path.join(folder, entry.name);
      if (entry.name.startsWith('.')) leftOut.push({ file, why: 'il est caché' });
      else if (isFolder(entry, path.join(root, file))) names.push(entry.name);
      else leftOut.push({ file, why });
    }
    return names;
  }

  function readClass(folder: string, className: string, part?: Part): void {
    classes.add(className);
    for (const entry of entriesOf(folder)) {
      const file = path.join(folder, entry.name);
      const why = strangerIn(entry, path.join(root, file));
      if (why !== undefined) leftOut.push({ file, why });
      else found.push({ file, className, ...(part && { part }) });
      if (found.length > mostFiles) {
        throw new RangeError(
          impossible(
            doing,
            `il contient plus de ${mostFiles} fichiers`,
            'donnez le dossier de vos classes, et non un dossier au-dessus',
          ),
        );
      }
    }
  }
}

const inFrench = (a: string, b: string): number => a.localeCompare(b, 'fr', { numeric: true });

/** `Entraînement` is `train`. */
const partOf = (name: string): Part | undefined =>
  partNames[
    name
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
  ];

/** Why a file among the pictures of a class is none. */
function strangerIn(entry: Dirent, place: string): string | undefined {
  if (entry.name.startsWith('.')) return 'il est caché';
  if (isFolder(entry, place)) return "c'est un dossier dans le dossier d'une classe";
  if (pictureName.test(entry.name)) return undefined;
  return `ce n'est pas une image (${path.extname(entry.name) || 'sans extension'})`;
}

function isFolder(entry: Dirent, place: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function list(folder: string, doing: string): Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    // The order of a file system is another on another machine.
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw new Error(
      impossible(
        doing,
        `${valueText(folder)} ne s'ouvre pas\u00a0: ${systemText(error)} (dossier courant\u00a0: ${process.cwd()})`,
        'vérifiez le nom, les majuscules et le dossier',
      ),
      { cause: error },
    );
  }
}
