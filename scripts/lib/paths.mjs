import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. Everything that set-up writes is below it. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {...string} parts a path below the clone */
export const inRoot = (...parts) => join(root, ...parts);

/** @param {...string} parts a path below .cache, which may be deleted at any time */
export const inCache = (...parts) => join(root, '.cache', ...parts);

export const venv = inRoot('.venv');

/** An executable of the virtual environment: venvBin('python'), venvBin('jupyter-lab'). */
export const venvBin = (name) =>
  process.platform === 'win32' ? join(venv, 'Scripts', `${name}.exe`) : join(venv, 'bin', name);

export const tfjsNode = inRoot('node_modules', '@tensorflow', 'tfjs-node');
