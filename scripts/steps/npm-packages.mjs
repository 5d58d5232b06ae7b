import { readFileSync, rmSync } from 'node:fs';
import { exists, readJson, writeWhole } from '../lib/files.mjs';
import { inCache, inRoot } from '../lib/paths.mjs';
import { npmCommand, run } from '../lib/run.mjs';
import { folderBytes, megabytes } from '../lib/progress.mjs';
import { sha256Text } from '../lib/sha256.mjs';

const lockFile = inRoot('package-lock.json');
/** What `npm ci` itself left out, for one lock file: asking it again would change nothing. */
const leftOut = inCache('stamps', 'npm-left-out.json');
const lockSha = () => sha256Text(readFileSync(lockFile));

const missing = () =>
  differences(readJson(lockFile), readJson(inRoot('node_modules', '.package-lock.json')), (path) =>
    exists(inRoot(path)),
  );

export const npmPackages = {
  name: 'npm-packages',
  title: 'Installer les paquets npm (npm ci)',
  needed() {
    const places = missing();
    if (places.length === 0) return false;
    const accepted = readJson(leftOut);
    return accepted?.lock !== lockSha() || places.some((place) => !accepted.places.includes(place));
  },
  says: () => ({ downloadMB: 220, diskMB: 680, minutes: 1 }),
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
    writeWhole(leftOut, JSON.stringify({ lock: lockSha(), places: missing() }));
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
