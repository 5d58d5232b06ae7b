// Builds the V8 start-up snapshot of the compiler: it starts a second sooner. It binds to this Node and this folder, so
// it is made where it is used; where it cannot be made, the plain file does the work. Node alone.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '..', '..');
const dist = path.join(here, 'dist');
const card = path.join(dist, 'compiler-snapshot.json');
const blob = path.join(dist, `compiler-${process.version}.blob`);
fs.rmSync(card, { force: true });
try {
  const temporary = `${blob}.${process.pid}`;
  execFileSync(
    process.execPath,
    ['--snapshot-blob', temporary, '--build-snapshot', path.join(dist, 'compiler.cjs')],
    {
      cwd: root,
      env: { ...process.env, CONVOLAB_SNAPSHOT_ROOT: root },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  fs.renameSync(temporary, blob);
  const text = JSON.stringify({ blob, node: process.version, execPath: process.execPath, root });
  fs.writeFileSync(`${card}.${process.pid}`, text);
  fs.renameSync(`${card}.${process.pid}`, card);
} catch (error) {
  const reason = String(error.stderr ?? error.message)
    .trim()
    .split('\n')
    .slice(-3)
    .join(' ');
  console.warn(
    `Compiler snapshot not built (${reason}); the kernel starts about a second later without it.`,
  );
}
