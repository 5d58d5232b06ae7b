import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { download } from '../lib/download.mjs';
import { inCache, inRoot } from '../lib/paths.mjs';
import { unpack } from '../lib/unpack.mjs';

const sources = JSON.parse(readFileSync(inRoot('scripts', 'tensorflow', 'sources.json'), 'utf8'));
export const officialSource = sources.official[`${process.platform}-${process.arch}`];

/** Fills FOLDER/deps with the library as TensorFlow publishes it for tfjs-node. */
export async function officialLibrary(folder) {
  const archive = inCache('tmp', 'libtensorflow.tar.gz');
  mkdirSync(inCache('tmp'), { recursive: true });
  await download(officialSource.url, archive, { sha256: officialSource.sha256, answerMs: 5000 });
  await unpack(archive, join(folder, 'deps'), ['lib/', 'include/']);
  rmSync(archive, { force: true });
}
