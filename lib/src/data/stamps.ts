import { impossible, valueText } from '../errors';
import { readImage } from '../images/read-image';
import { checkSeed } from '../training/options';
import { datasetFile, readManifest } from './datasets-root';
import { checkSide, toSquare } from './pictures/to-square';
import { gather, type Picture, type Pictures } from './pictures/pictures';
import { pixelHash } from './pictures/signature';
import { splitGroups } from './pictures/split-groups';

/** What a stamp may show, and how many there are of it. */
export const stampClasses = [
  'mammifère',
  'oiseau',
  'fruit',
  'fleur',
  'légume',
  'instrument',
  'outil',
  'véhicule',
  'poisson',
] as const;

/** A kind of stamp. */
export type StampClass = (typeof stampClasses)[number];

/** Which stamps are read, and how. */
export interface StampsOptions {
  /** Height and width of the images, in pixels. Default 224. */
  side?: number;
  /** Which classes, in the order of their numbers. Default: the five of 17 photos and more. */
  classes?: readonly StampClass[];
  /** The share of each class to test with. Default 0.25. */
  test?: number;
  /** Draws which are to test with. Default 1. */
  seed?: number;
}

/** Photos of animals, plants, food and things, cut out and laid on white. */
export interface Stamps {
  /** To learn from. */
  train: Pictures;
  /** To test with. */
  test: Pictures;
  /** The name of each class, in French: that of an image is `classes[label]`. */
  classes: readonly StampClass[];
  /** What each file shows, in French: « Un tigre de Sumatra ». */
  titles: Readonly<Record<string, string>>;
  /** Who made them. */
  credit: string;
  /** Under which they may be used. */
  licence: string;
}

/** What `datasets/stamps.json` says of a stamp. */
interface Stamp {
  title: string;
  class: StampClass;
  /** Pictures of one series show the same animal, or the same kind of thing. */
  series?: string;
  to: string;
}

const doing = 'lire les tampons';

/**
 * Reads the stamps of Tux Paint, as far as they are photographs: 206 of them, cut out, of 22 to 1226 pixels. They are
 * an optional data set, fetched by `npm run setup -- --with stamps`.
 *
 * Each is laid on white, whole, in the middle of a square (`'letterbox'`), enlarged where it is smaller. Which to test
 * with is drawn by the seed, class by class; pictures of one animal or of one series (four gnus, five apples) are never
 * divided. Other classes or another seed are another split.
 *
 * @throws RangeError when a class is none of theirs or stands twice, the share leaves one half without, or a number is
 *   out of range
 * @throws Error when the files are not there (the message tells how to get them) or damaged
 *
 * @example
 * ```ts
 * stampClasses.length; // => 9
 * ```
 */
export async function loadStamps(options: StampsOptions = {}): Promise<Stamps> {
  const { side = 224, classes = stampClasses.slice(0, 5), test = 0.25, seed = 1 } = options;
  check({ side, classes, test, seed });
  const { files, credit, licence } = readManifest().find(({ id }) => id === 'stamps')!;
  const chosen = (files as Stamp[]).filter((stamp) => classes.includes(stamp.class));
  const halves = { train: [] as Picture[], test: [] as Picture[] };
  const parts = split(chosen, classes, test, seed);
  for (const [i, stamp] of chosen.entries()) {
    halves[parts[i]!].push(await read(stamp, classes.indexOf(stamp.class), side));
  }
  return {
    train: gather(halves.train, side),
    test: gather(halves.test, side),
    classes,
    titles: Object.fromEntries(chosen.map(({ to, title }) => [to, title])),
    credit,
    licence,
  };
}

async function read(stamp: Stamp, label: number, side: number): Promise<Picture> {
  const image = await readImage(datasetFile(doing, 'stamps', stamp.to));
  const square = toSquare(image, side, 'letterbox');
  return { file: stamp.to, label, square, hash: pixelHash(image) };
}

/** The half of each stamp; those of a series go together. */
function split(
  stamps: readonly Stamp[],
  classes: readonly StampClass[],
  test: number,
  seed: number,
): ('train' | 'test')[] {
  const keys = stamps.map(({ series, to }) => series ?? to);
  const names = [...new Set(keys)];
  const groups = names.map((name) =>
    stamps.filter((_, i) => keys[i] === name).map((stamp) => classes.indexOf(stamp.class)),
  );
  const parts = splitGroups(groups, { train: 1 - test, test }, seed);
  return keys.map((key) => parts[names.indexOf(key)] as 'train' | 'test');
}

function check({ side, classes, test, seed }: Required<StampsOptions>): void {
  const refuse = (found: string, next: string): never => {
    throw new RangeError(impossible(doing, found, next));
  };
  checkSide(side, doing);
  checkSeed(seed, doing);
  const strange = classes.find(
    (name, i) => !stampClasses.includes(name) || classes.indexOf(name) !== i,
  );
  if (strange !== undefined || classes.length < 2) {
    refuse(
      `les classes demandées sont ${valueText(classes)}, mais il en faut au moins deux, différentes, de celles-ci\u00a0: ${stampClasses.join(', ')}`,
      "donnez par exemple classes: ['oiseau', 'fleur']",
    );
  }
  if (!(test > 0 && test < 1)) {
    refuse(
      `test vaut ${valueText(test)} mais c'est une part entre 0 et 1`,
      'donnez par exemple test: 0.25',
    );
  }
}
