import { spawnSync } from 'node:child_process';
import { say } from '../lib/log.mjs';
import { inRoot, root } from '../lib/paths.mjs';
import { referencePython } from '../lib/reference-python.mjs';

const help = `Example: npm run reference:models -- --check

Records what Keras Applications compute with weights that anybody can draw again; the tests of
lib/src/models hold our networks to it, layer by layer, without Python.

  npm run reference:models                 all networks, some minutes
  npm run reference:models -- VGG16        some of them
  npm run reference:models -- --check      writes nothing; exit code 1 when Keras computes something else

The first time it makes a Python of its own in .cache/keras, with tensorflow-cpu 2.21.0 from PyPI
(downloads about 300 MB, takes 1.5 GB). npm run bench -- train uses the same.`;

const keras = { folder: 'keras', title: 'Keras', packages: ['tensorflow-cpu==2.21.0'] };

export async function main(args) {
  if (args.includes('--help')) {
    say(help);
    return 0;
  }
  const python = await referencePython(keras);
  const script = inRoot('lib', 'src', 'models', 'testing', 'keras', 'record.py');
  const { status } = spawnSync(python, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status === 0 ? 0 : 1;
}
