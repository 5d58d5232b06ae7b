// Builds the two processes of the evaluator, each as one file without dependencies, and the V8 start-up
// snapshot of the compiler. Run after `tsc -b`; writes into dist/ only. Node and esbuild, nothing else.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '..', '..');
const dist = path.join(here, 'dist');
const entry = (name) => path.join(here, 'src', 'evaluator', name, 'main.ts');
const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
};

const tslabFile = /[\\/]node_modules[\\/]tslab[\\/]dist[\\/].*\.js$/;

/** tslab's converter gets our prepared TypeScript in place of the module (see compiler/typescript.ts). */
const preparedTypeScript = {
  name: 'prepared-typescript',
  setup(bundler) {
    bundler.onResolve({ filter: /^@tslab\/typescript-for-tslab$/ }, ({ importer }) =>
      tslabFile.test(importer)
        ? { path: path.join(here, 'src', 'evaluator', 'compiler', 'typescript-door.ts') }
        : undefined,
    );
    // tslab finds its own declarations (`import * as tslab from 'tslab'`) beside its files, not beside the bundle.
    bundler.onLoad({ filter: tslabFile }, ({ path: file }) => ({
      contents: fs
        .readFileSync(file, 'utf8')
        .replaceAll('__dirname', JSON.stringify(path.dirname(file))),
      loader: 'js',
    }));
  },
};

await build({
  ...common,
  entryPoints: [entry('executor')],
  outfile: path.join(dist, 'executor.cjs'),
});
await build({
  ...common,
  entryPoints: [entry('compiler')],
  outfile: path.join(dist, 'compiler.cjs'),
  plugins: [preparedTypeScript],
});

// The snapshot binds to this Node and this folder; where it cannot be built, the plain file does the work.
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
