import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole, exists, filesBelow, fingerprint, readJson } from '../lib/files.mjs';
import { inCache, inRoot, root } from '../lib/paths.mjs';
import { npmCommand, run } from '../lib/run.mjs';

const stamp = inCache('stamps', 'build.json');
/** Those that are there: the student edition has fewer, and comes built but for the snapshot. */
const outputs = () => [
  'lib',
  ...readdirSync(inRoot('packages')).map((name) => join('packages', name)),
];

/** The snapshot of the compiler binds to this very Node, so Node is part of what was built. */
function sources() {
  const isSource = (file) =>
    /\.(ts|json|mjs|js)$/.test(file) && !/\.test\.ts$|[\\/]lib[\\/]bench[\\/]/.test(file);
  const files = [
    ...[inRoot('tsconfig.json'), inRoot('package-lock.json')].filter(exists),
    ...filesBelow(inRoot('lib'), isSource),
    ...filesBelow(inRoot('packages'), isSource),
  ];
  return fingerprint(root, files, process.version, process.execPath);
}

export const build = {
  name: 'build',
  title: 'Construire la bibliothèque et le noyau TypeScript',
  needed: () =>
    !outputs().every((folder) => exists(inRoot(folder, 'dist', 'index.js'))) ||
    readJson(stamp)?.sources !== sources(),
  says: () => ({ downloadMB: 0, diskMB: 80, minutes: 1 }),
  async run() {
    const before = sources();
    const [command, ...args] = npmCommand();
    await run(command, [...args, 'run', 'build'], {
      log: 'build',
      label: 'npm run build',
      doing: 'Construction',
      next: 'Si vous avez modifié lib/ ou packages/, corrigez l’erreur ci-dessus ; sinon, signalez-la.',
    });
    writeWhole(stamp, JSON.stringify({ sources: before }));
  },
};
