import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { impossible } from '../errors';
import { datasetFile, datasetsRoot, readManifest, type DatasetEntry } from './datasets-root';

/** A package that holds one thing to be read whole, as `datasets/manifest.json` has it. */
export interface PackageEntry extends DatasetEntry {
  source: { package: string; version: string };
  files: { to: string; bytes: number; sha256: string }[];
}

/** @throws Error when the manifest knows no such data set: a mistake of ours */
export function packageEntry(id: string): PackageEntry {
  const entry = readManifest().find((one) => one.id === id);
  if (entry === undefined) throw new Error(`datasets/manifest.json has no « ${id} ».`);
  return entry as DatasetEntry as PackageEntry;
}

/** Are all files of a data set in place, with their sizes? */
export function isHere({ id, files }: PackageEntry): boolean {
  return files.every(({ to, bytes }) => {
    const place = path.join(datasetsRoot(), id, to);
    return statSync(place, { throwIfNoEntry: false })?.size === bytes;
  });
}

/**
 * The first file of a data set, read whole, if it is still the one that set-up verified.
 *
 * @throws Error when it is not there, or is not what the manifest says
 */
export function readVerified(doing: string, { id, files: [file] }: PackageEntry): Buffer {
  const bytes = readFileSync(datasetFile(doing, id, file!.to));
  if (createHash('sha256').update(bytes).digest('hex') === file!.sha256) return bytes;
  throw new Error(
    impossible(
      doing,
      `${file!.to} n’est plus celui qui a été téléchargé (son sha256 a changé)`,
      `effacez datasets/cache/${id} et lancez «\u00a0npm run setup\u00a0» dans le dossier du cours`,
    ),
  );
}
