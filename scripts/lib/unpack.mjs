import { mkdirSync } from 'node:fs';
import { inRoot, venvBin } from './paths.mjs';
import { folderBytes, megabytes } from './progress.mjs';
import { run } from './run.mjs';

/**
 * Takes members out of a .tgz, a .tar.gz, a wheel or a .deb; permissions and times are not kept.
 * @param {string} archive @param {string} folder
 * @param {string[]} members names, or prefixes that end in '/'
 */
export async function unpack(archive, folder, members) {
  mkdirSync(folder, { recursive: true });
  await run(
    venvBin('python'),
    [inRoot('scripts', 'lib', 'unpack.py'), archive, folder, ...members],
    {
      log: 'unpack',
      label: 'extraction',
      measure: () => megabytes(folderBytes(folder)),
      doing: `Extraction de ${archive}`,
      next: 'Vérifiez la place sur le disque, puis relancez la même commande.',
    },
  );
}
