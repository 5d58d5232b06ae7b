// `npm run build`: TypeScript first, then the bundles that a sandbox or a snapshot needs. What is not there is
// passed over: the student edition comes built, all but the snapshot.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot, root } from './lib/paths.mjs';

const programs = [
  [inRoot('node_modules', 'typescript', 'bin', 'tsc'), '-b'],
  [inRoot('lib', 'build-wasm.mjs')],
  [inRoot('packages', 'nbconvert-ts-runner', 'bundle.mjs')],
  [inRoot('packages', 'nbconvert-ts-runner', 'snapshot.mjs')],
];
for (const [file, ...args] of programs) {
  if (!existsSync(file)) continue;
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
