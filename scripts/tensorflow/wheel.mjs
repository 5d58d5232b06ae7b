import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fetchPackage } from '../lib/fetch-package.mjs';
import { inCache, inRoot } from '../lib/paths.mjs';
import { verifySha256 } from '../lib/sha256.mjs';
import { unpack } from '../lib/unpack.mjs';

const sources = JSON.parse(readFileSync(inRoot('scripts', 'tensorflow', 'sources.json'), 'utf8'));
export const wheelSource = sources.wheel[`${process.platform}-${process.arch}`];

/** The libraries, and the few headers that the addon's sources reach. */
const members = [
  'tensorflow/libtensorflow_cc.so.2',
  'tensorflow/libtensorflow_framework.so.2',
  'tensorflow/include/tensorflow/c/',
  'tensorflow/include/tensorflow/core/platform/',
  'tensorflow/include/tsl/c/',
  'tensorflow/include/tsl/platform/',
];

/** The names that the addon links with, and that its install script looks for. */
const names = {
  'libtensorflow.so': 'libtensorflow_cc.so.2',
  'libtensorflow.so.2.9.1': 'libtensorflow_cc.so.2',
  'libtensorflow_framework.so': 'libtensorflow_framework.so.2',
  'libtensorflow_framework.so.2.9.1': 'libtensorflow_framework.so.2',
};

/** Fills FOLDER/deps with the library out of Python's wheel: it exports the whole C interface. */
export async function wheelLibrary(folder) {
  const temporary = inCache('tmp', 'tensorflow-wheel');
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  try {
    const wheel = await fetchPackage(wheelSource, temporary);
    await verifySha256(wheel, wheelSource.sha256);
    await unpack(wheel, temporary, members);
    const lib = join(folder, 'deps', 'lib');
    mkdirSync(lib, { recursive: true });
    renameSync(join(temporary, 'tensorflow', 'include'), join(folder, 'deps', 'include'));
    for (const file of new Set(Object.values(names))) {
      renameSync(join(temporary, 'tensorflow', file), join(lib, file));
    }
    for (const [name, file] of Object.entries(names)) symlinkSync(file, join(lib, name));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
