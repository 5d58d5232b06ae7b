// Builds the two processes of the evaluator, each as one file without dependencies. Run after `tsc -b`; writes
// into dist/ only. Node and esbuild, nothing else. Then snapshot.mjs, on the machine that runs them.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
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
    // By a relative path, so that a build can be moved with the folder that holds it.
    bundler.onLoad({ filter: tslabFile }, ({ path: file }) => {
      const place = path.relative(dist, path.dirname(file)).split(path.sep).join('/');
      const here = `require('node:path').join(__dirname, ${JSON.stringify(place)})`;
      const contents = fs.readFileSync(file, 'utf8').replaceAll('__dirname', here);
      return { contents, loader: 'js' };
    });
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
