import { rmSync } from 'node:fs';
import { exists, readJson } from '../lib/files.mjs';
import { inRoot } from '../lib/paths.mjs';
import { npmCommand, run } from '../lib/run.mjs';
import { folderBytes, megabytes } from '../lib/progress.mjs';

export const npmPackages = {
  name: 'npm-packages',
  title: 'Installer les paquets npm (npm ci)',
  needed: () =>
    differences(
      readJson(inRoot('package-lock.json')),
      readJson(inRoot('node_modules', '.package-lock.json')),
      (path) => exists(inRoot(path)),
    ).length > 0,
  says: () => ({ downloadMB: 120, diskMB: 480, minutes: 1 }),
  async run() {
    const [command, ...args] = npmCommand();
    // A half-written tree is recognised by this file's absence.
    rmSync(inRoot('node_modules', '.package-lock.json'), { force: true });
    await run(command, [...args, 'ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
      log: 'npm-ci',
      label: 'npm ci',
      measure: () => megabytes(folderBytes(inRoot('node_modules'))),
      doing: 'Installation des paquets npm',
      next: 'Vérifiez le réseau (ou le miroir npm configuré), puis relancez la même commande.',
    });
  },
};

/**
 * Packages that the lock file wants and that are not installed in that version.
 * @param {{ packages: Record<string, { version?: string, optional?: boolean, link?: boolean }> } | null} locked
 * @param {{ packages: Record<string, { version?: string }> } | null} installed npm's own record of node_modules
 * @param {(path: string) => boolean} isThere
 * @returns {string[]} their places, for instance 'node_modules/mocha'
 */
export function differences(locked, installed, isThere) {
  if (!locked) return [];
  if (!installed) return ['node_modules'];
  return Object.entries(locked.packages)
    .filter(([path]) => path.includes('node_modules/'))
    .filter(([path, wanted]) => {
      const found = installed.packages[path];
      // An optional package for another platform is left out by npm.
      if (!found) return !wanted.optional;
      return found.version !== wanted.version || (!wanted.optional && !isThere(path));
    })
    .map(([path]) => path);
}
