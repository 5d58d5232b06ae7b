import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { inRoot } from '../lib/paths.mjs';
import { contents } from './contents.mjs';
import { studentPackages } from './student-package.mjs';

/** The folder that everything lies in, so that a zip unpacked anywhere makes one folder. */
export const topFolder = 'convolab';

/**
 * The student edition as a zip.
 * @returns {Promise<{ zip: Buffer, files: number }>}
 */
export async function studentEdition() {
  const { ZipFile } = await import('yazl');
  const written = await studentPackages();
  written.set('README.md', readFileSync(inRoot('scripts', 'release', 'LISEZ-MOI.md'), 'utf8'));
  const zip = new ZipFile();
  const copied = contents();
  for (const path of copied) zip.addFile(inRoot(path), `${topFolder}/${path}`);
  for (const [path, text] of written) zip.addBuffer(Buffer.from(text), `${topFolder}/${path}`);
  zip.end();
  const failed = new Promise((_, reject) => zip.on('error', reject));
  return {
    zip: await Promise.race([buffer(zip.outputStream), failed]),
    files: copied.length + written.size,
  };
}
