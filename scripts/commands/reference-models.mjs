import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { findPython, oldestPython } from '../lib/find-python.mjs';
import { say, SetupError } from '../lib/log.mjs';
import { inCache, inRoot, root } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

const help = `Example: npm run reference:models -- --check

Records what Keras Applications compute with weights that anybody can draw again; the tests of
lib/src/models hold our networks to it, layer by layer, without Python.

  npm run reference:models                 all networks, some minutes
  npm run reference:models -- VGG16        some of them
  npm run reference:models -- --check      writes nothing; exit code 1 when Keras computes something else

The first time it makes a Python of its own in .cache/keras, with tensorflow-cpu 2.21.0 from PyPI
(downloads about 300 MB, takes 1.5 GB). npm run bench -- train uses the same.`;

const package_ = 'tensorflow-cpu==2.21.0';

export async function main(args) {
  if (args.includes('--help')) {
    say(help);
    return 0;
  }
  const python = await kerasPython();
  const script = inRoot('lib', 'src', 'models', 'testing', 'keras', 'record.py');
  const { status } = spawnSync(python, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status === 0 ? 0 : 1;
}

/** Makes the environment where it is missing; one that was not finished is none. */
async function kerasPython() {
  const folder = inCache('keras');
  const python =
    process.platform === 'win32' ? inCache('keras', 'Scripts', 'python.exe') : inCache('keras', 'bin', 'python'); // prettier-ignore
  if (existsSync(python)) return python;
  const { best } = await findPython();
  if (best === undefined) {
    throw new SetupError(
      `Chercher Python pour Keras : il faut Python ${oldestPython} ou plus récent, avec venv. Installez-le, puis relancez.`,
    );
  }
  const step = {
    log: 'keras',
    label: `Keras (${package_})`,
    doing: 'Installer Keras',
    next: 'Relancez quand PyPI répond ; les tests n’en ont pas besoin.',
  };
  try {
    await run(best.command, ['-m', 'venv', folder], step);
    await run(python, ['-m', 'pip', 'install', '--quiet', package_], step);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return python;
}
