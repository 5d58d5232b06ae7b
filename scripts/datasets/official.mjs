import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { download } from '../lib/download.mjs';

/**
 * Downloads a data set's files from where its makers publish them, if the manifest says where: that
 * works on every platform. Else, or when one cannot be had, its package is what remains.
 * @param {import('./manifest.mjs').Dataset} entry
 * @param {string} folder each file gets the name it has in the package
 * @returns {Promise<boolean>} whether all of them are there
 */
export async function officialFiles(entry, folder) {
  if (!entry.files.every((file) => file.official)) return false;
  try {
    for (const { from, official } of entry.files) {
      const place = join(folder, from);
      mkdirSync(dirname(place), { recursive: true });
      await download(official.url, place, { sha256: official.sha256, answerMs: 5000 });
    }
    return true;
  } catch {
    return false;
  }
}
