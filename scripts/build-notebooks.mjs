// `npm run build:notebooks`: French spaces, the pages that gather the lessons' tables, then every text into its notebook.
import { spawnSync } from 'node:child_process';
import { inRoot, root } from './lib/paths.mjs';

const programs = [
  [inRoot('scripts', 'lessons', 'write-spaces.mjs')],
  [inRoot('scripts', 'lessons', 'write-pages.mjs')],
  [inRoot('packages', 'nbconvert-ts-runner', 'bin', 'nbts.js'), 'build', ...process.argv.slice(2)],
];
for (const [file, ...args] of programs) {
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
