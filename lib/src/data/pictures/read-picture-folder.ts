import path from 'node:path';

import { impossible, valueText } from '../../errors';
import { countProgress } from '../../training/progress/count-progress';
import { readImage } from '../../images/read-image';
import { findPictures, type FoundPictures, type LeftOut } from './find-pictures';
import { folderReport } from './folder-report';
import { type FolderPlan, type PictureFolderOptions, readFolderOptions } from './folder-options';
import { groupAlike, type Signed } from './group-alike';
import { gather, type Picture, type Pictures } from './pictures';
import { signatureOf } from './signature';
import { type Part, splitGroups } from './split-groups';
import { toSquare } from './to-square';

export type { PictureFolderOptions } from './folder-options';

/** The student's own pictures, ready to be learned from. */
export interface PictureFolder {
  /** To learn from. */
  train: Pictures;
  /** To choose with: when to stop, which network. */
  validation: Pictures;
  /** To test with, once. */
  test: Pictures;
  /** The names of the folders, in alphabetical order: the name of an image's class is `classes[label]`. */
  classes: string[];
  /** Files that could not be read, and why. */
  unreadable: LeftOut[];
  /** Whatever else was not taken: hidden files, other kinds, copies. */
  leftOut: LeftOut[];
  /** Files of pictures that are nearly the same, and were kept in one part. */
  alike: string[][];
  /** All of this in words. */
  report: string;
}

type ReadPicture = Picture & Signed & { enlarged: boolean };

/**
 * Reads a folder of pictures of one's own: a folder a class, or `train`, `validation` and `test` with a folder a
 * class in each.
 *
 * - What cannot be read is named in `unreadable`, and the rest is used.
 * - The same picture twice is taken once. In two classes, or in two parts of a folder that is divided, it is
 *   refused, and so is one that is nearly the same (another size, another quality, mirrored) in two parts.
 * - A folder that is not divided is, by the seed: each part gets its share of each class, and pictures that are
 *   nearly the same stay together. A divided folder without `validation` has it drawn from `train`.
 *
 * @param folder path, absolute or from the folder of the notebook
 * @throws Error when the folder cannot be read
 * @throws RangeError when there are not two classes, a class has too few pictures for its parts, there are more
 *   than memory holds, pictures are where they must not be, or an option is out of range
 */
export async function readPictureFolder(
  folder: string,
  options: PictureFolderOptions = {},
): Promise<PictureFolder> {
  const doing = `lire le dossier d'images ${valueText(folder)}`;
  const plan = readFolderOptions(folder, options, doing);
  const listed = findPictures(folder, doing);
  checkCounts(listed, plan, doing);
  const progress = countProgress('Lecture des images', listed.found.length, plan.progress);
  let report: string | undefined;
  try {
    const read = await readAll(folder, listed, plan, (count) => progress.at(count));
    const { groups, leftOut: copies } = groupAlike(read.pictures, plan.near, doing);
    const parts = divide(listed, read.pictures, groups, plan);
    checkClasses(listed.classes, parts, doing);
    const result = {
      classes: listed.classes,
      unreadable: read.unreadable,
      leftOut: [...listed.leftOut, ...copies],
      alike: groups
        .filter(({ length }) => length > 1)
        .map((places) => places.map((place) => read.pictures[place]!.file)),
    };
    const labels = {
      train: parts.train.map(({ label }) => label),
      validation: parts.validation.map(({ label }) => label),
      test: parts.test.map(({ label }) => label),
    };
    const enlarged = read.pictures.filter((picture) => picture.enlarged).length;
    report = folderReport({ ...result, labels, enlarged, drawn: !listed.divided });
    return {
      train: gather(parts.train, plan.side),
      validation: gather(parts.validation, plan.side),
      test: gather(parts.test, plan.side),
      ...result,
      report,
    };
  } finally {
    progress.end(report);
  }
}

/** One at a time: a photo of a telephone takes a hundred megabytes while it is decoded. */
async function readAll(
  folder: string,
  { found, classes }: FoundPictures,
  { side, fit }: FolderPlan,
  onProgress: (count: number) => void,
): Promise<{ pictures: ReadPicture[]; unreadable: LeftOut[] }> {
  const pictures: ReadPicture[] = [];
  const unreadable: LeftOut[] = [];
  for (const [count, { file, className, part }] of found.entries()) {
    onProgress(count);
    try {
      const image = await readImage(path.join(folder, file));
      const signature = signatureOf(image);
      pictures.push({
        file,
        label: classes.indexOf(className),
        ...(part && { part }),
        square: toSquare(image, side, fit),
        signature,
        hash: signature.exact,
        enlarged: Math.min(image.shape[0]!, image.shape[1]!) < side,
      });
    } catch (error) {
      unreadable.push({ file, why: reasonOf(error) });
    }
  }
  return { pictures, unreadable };
}

/** The middle beat of the reader's error: what it found. */
function reasonOf(error: unknown): string {
  const { message } = error as Error;
  return /\u00a0: (.*)\u00a0; /s.exec(message)?.[1] ?? message;
}

function divide(
  { divided }: FoundPictures,
  pictures: readonly ReadPicture[],
  groups: readonly number[][],
  { validation, test, seed }: FolderPlan,
): Record<Part, ReadPicture[]> {
  const parts: Record<Part, ReadPicture[]> = { train: [], validation: [], test: [] };
  const toDraw: number[][] = [];
  const drawsValidation = !pictures.some(({ part }) => part === 'validation');
  for (const group of groups) {
    const part = pictures[group[0]!]!.part;
    if (part === undefined || (part === 'train' && drawsValidation)) toDraw.push(group);
    else parts[part].push(...group.map((place) => pictures[place]!));
  }
  const shares = divided
    ? { train: 1 - validation, validation }
    : { train: 1 - validation - test, validation, test };
  const labels = toDraw.map((group) => group.map((place) => pictures[place]!.label));
  for (const [i, part] of splitGroups(labels, shares, seed).entries()) {
    parts[part].push(...toDraw[i]!.map((place) => pictures[place]!));
  }
  return parts;
}

function checkCounts({ found, classes }: FoundPictures, { side }: FolderPlan, doing: string): void {
  if (classes.length < 2) {
    throw new RangeError(
      impossible(
        doing,
        `il n'a qu'un dossier de classe (${classes.join('')}) et il en faut au moins deux`,
        'rangez les images de chaque classe dans un dossier qui porte son nom',
      ),
    );
  }
  const most = Math.floor(mostNumbers / (side * side * 3));
  if (found.length > most) {
    throw new RangeError(
      impossible(
        doing,
        `il contient ${found.length} images, et ${most} de côté ${side} tiennent en mémoire`,
        'gardez-en moins par classe, ou donnez un côté (side) plus petit',
      ),
    );
  }
}

/** Of all pictures together: 1.2 GB. */
const mostNumbers = 300_000_000;

function checkClasses(
  classes: readonly string[],
  parts: Readonly<Record<Part, readonly ReadPicture[]>>,
  doing: string,
): void {
  for (const [part, pictures] of Object.entries(parts)) {
    for (const [label, name] of classes.entries()) {
      if (pictures.some((picture) => picture.label === label)) continue;
      const all = Object.values(parts).flat();
      const count = all.filter((picture) => picture.label === label).length;
      throw new RangeError(
        impossible(
          doing,
          `la classe ${valueText(name)} n'a aucune image dans la partie ${part} (lisibles en tout\u00a0: ${count}, sans les copies)`,
          'il en faut dans chaque partie, donc au moins trois qui ne se ressemblent pas\u00a0; vingt sont un bon début',
        ),
      );
    }
  }
}
