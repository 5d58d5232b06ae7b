import type { LeftOut } from './find-pictures';
import type { Part } from './split-groups';

/** A class with fewer pictures is said to be small: one of its test images then weighs a third or more. */
const small = 20;

/** How many files of one kind are named. */
const mostNamed = 8;

/** What is told of a folder that was read. */
export interface FolderFacts {
  classes: readonly string[];
  /** The labels of each part. */
  labels: Readonly<Record<Part, readonly number[]>>;
  unreadable: readonly LeftOut[];
  leftOut: readonly LeftOut[];
  /** Near duplicates that stay together, as files. */
  alike: readonly (readonly string[])[];
  /** Pictures smaller than the side asked for. */
  enlarged: number;
  drawn: boolean;
}

const partTitles: Record<Part, string> = {
  train: 'entraînement',
  validation: 'validation',
  test: 'test',
};

/** What a folder holds and what is to be known of it, line by line, in French. */
export function folderReport(facts: FolderFacts): string {
  const { classes, labels, unreadable, leftOut, alike, enlarged, drawn } = facts;
  const parts = Object.keys(partTitles) as Part[];
  const total = parts.reduce((sum, part) => sum + labels[part].length, 0);
  const count = (part: Part, label: number): number =>
    labels[part].filter((each) => each === label).length;
  const rows = classes.map((name, label) => {
    const counts = parts.map((part) => count(part, label));
    const all = counts.reduce((sum, each) => sum + each, 0);
    const note = all < small ? ` (petite classe\u00a0: moins de ${small} images)` : '';
    return `  ${name}\u00a0: ${counts.join(' + ')} = ${all}${note}`;
  });
  return [
    `${total} images de ${classes.length} classes (${parts.map((part) => partTitles[part]).join(' + ')}, ${drawn ? 'partage tiré au sort' : 'partage du dossier'})\u00a0:`,
    ...rows,
    ...named('Illisibles, laissées de côté', unreadable.map(said)),
    ...named('Laissés de côté', leftOut.map(said)),
    ...named(
      'Presque identiques, gardées dans la même partie',
      alike.map((files) => files.join(', ')),
    ),
    ...(enlarged > 0 ? [`Plus petites que la taille voulue, agrandies\u00a0: ${enlarged}.`] : []),
  ].join('\n');
}

const said = ({ file, why }: LeftOut): string => `${file}\u00a0: ${why}`;

function named(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - mostNamed;
  return [
    `${title} (${lines.length})\u00a0:`,
    ...lines.slice(0, mostNamed).map((line) => `  ${line}`),
    ...(more > 0 ? [`  … et ${more} autres`] : []),
  ];
}
