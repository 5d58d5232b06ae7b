import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { changes, shadows } from '../read/changes';
import { loadHandout } from '../read/load-handout';
import { tryNotebook, type Trial } from '../run/try-notebook';
import { pack } from '../zip/pack';
import { sha256, type Receipt } from '../zip/receipt';
import { writeWhole } from '../zip/write-whole';
import type { FoundNotebook } from './find-notebook';
import { readRecord, writeRecord } from './record';
import { UsageError } from './usage-error';
import { linesOf, onDate, remarks } from './words';

export interface HandInOptions {
  root: string;
  notebook: FoundNotebook;
  student: string;
  /** Folder for the zip. */
  out: string;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Tries a notebook as it will be graded, writes its zip whatever came of it, and says both.
 *
 * @returns what to print, in French
 * @throws UsageError when the zip cannot be written
 */
export async function handIn(options: HandInOptions): Promise<string> {
  const { root, notebook, student, out, onProgress } = options;
  const { lesson, cells, bytes } = notebook;
  const { handout, cases, edition } = loadHandout(root, lesson);
  const total = handout.exercises.length;
  onProgress?.(0, total);
  const trials = await tryNotebook({
    root,
    handout,
    cases,
    cells,
    onProgress: (done) => onProgress?.(done, total),
  });
  const receipt: Receipt = {
    student,
    lesson,
    sha256: sha256(bytes),
    date: new Date().toISOString(),
    publicScore: scoreOf(trials),
    versions: { convolab: versionOf(root), edition, node: process.version, platform: platform() },
  };
  const zip = join(out, `${fileName(student)}-${lesson}.zip`);
  write(zip, await pack(bytes, receipt));
  const record = readRecord(root);
  const { sha256: hash, date } = receipt;
  const last = { ...record.last, [lesson]: { sha256: hash, date } };
  const forgotten = writeRecord(root, { student, last });
  const passed = trials.reduce((sum, trial) => sum + trial.passed, 0);
  const all = trials.reduce((sum, trial) => sum + trial.cases, 0);
  return [
    `${lesson} (${handout.title}), pour ${student}, tel qu’il a été enregistré ${onDate(notebook.saved)}`,
    '',
    ...trials.flatMap(linesOf),
    ...remarks(trials, [...shadows(handout, cells), ...changes(handout, cells)]),
    '',
    all === 0
      ? 'Un projet n’a pas de cas publics : son énoncé dit ce que le correcteur mesurera.'
      : `Cas publics réussis : ${passed} sur ${all}. La note compte aussi des cas cachés.`,
    `Zip écrit ${onDate(receipt.date)} : ${shown(zip)}`,
    'Déposez ce fichier là où on vous le demande : rien n’a été envoyé. Si vous changez le notebook,',
    'relancez la commande : le zip est remplacé.',
    ...(forgotten === null ? [] : [forgotten]),
    '',
  ].join('\n');
}

/** From here where it is below, else in full. */
const shown = (path: string): string => {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
};

const scoreOf = (trials: Trial[]): Receipt['publicScore'] =>
  Object.fromEntries(trials.map(({ exercise, passed, cases }) => [exercise.id, { passed, cases }]));

const versionOf = (root: string): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

const platform = (): string => `${process.platform}-${process.arch}`;

/** Without the characters that Windows refuses in a name. */
const fileName = (student: string): string => student.replace(/[<>:"|?*]/g, '_');

function write(zip: string, bytes: Buffer): void {
  try {
    writeWhole(zip, [bytes]);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `Écriture de ${zip} : le dossier la refuse (${code ?? String(error)}).\n` +
        'Choisissez-en un autre : --out DOSSIER',
    );
  }
}
