import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { impossible } from '../errors';

/**
 * The folder in which set-up lays the data: `datasets/cache` of the course this lib belongs to, or
 * what the environment variable `CONVOLAB_DATASETS` names.
 *
 * @returns an absolute path; whether the data are there is for the readers to see
 */
export function datasetsRoot(): string {
  const named = process.env['CONVOLAB_DATASETS'];
  return named ? path.resolve(named) : path.join(datasetsFolder(), 'cache');
}

/** The course's `datasets` folder: the nearest, upwards from the lib, that holds a manifest. */
export function datasetsFolder(): string {
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'datasets');
    if (existsSync(path.join(candidate, 'manifest.json'))) return candidate;
    if (folder === path.dirname(folder)) break;
  }
  throw new Error(
    impossible(
      'trouver les données du cours',
      `aucun dossier au-dessus de ${__dirname} ne contient datasets/manifest.json`,
      'travaillez dans une copie complète du cours, ou donnez le dossier des données par la variable CONVOLAB_DATASETS',
    ),
  );
}

/** A file of the data, or an error that tells how to get it. The first part is the data set's id. */
export function datasetFile(doing: string, id: string, ...parts: string[]): string {
  const file = path.join(datasetsRoot(), id, ...parts);
  if (existsSync(file)) return file;
  const optional = readManifest().find((entry) => entry.id === id)?.optional === true;
  throw new Error(
    impossible(
      doing,
      `le fichier ${file} n'est pas là`,
      `lancez «\u00a0npm run setup${optional ? ` -- --with ${id}` : ''}\u00a0» dans le dossier du cours, ce qui le télécharge`,
    ),
  );
}

/** A data set as `datasets/manifest.json` describes it, as far as lessons show it. */
export interface DatasetEntry {
  id: string;
  /** Fetched only where it is asked for. */
  optional?: boolean;
  credit: string;
  licence: string;
}

/** All data sets of the course; whoever reads one knows what it says of its files. */
export function readManifest(): (DatasetEntry & { files: unknown[] })[] {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(path.join(datasetsFolder(), name), 'utf8'));
  const { entries } = read('manifest.json') as {
    entries: (DatasetEntry & { files: unknown[]; list?: string })[];
  };
  return entries.map((entry) =>
    entry.list === undefined ? entry : { ...entry, ...(read(entry.list) as { files: unknown[] }) },
  );
}
