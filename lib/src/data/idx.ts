import { readFileSync } from 'node:fs';

import { impossible } from '../errors';

/** What an IDX file holds: bytes, and how many along each axis. */
export interface IdxFile {
  shape: number[];
  data: Uint8Array;
}

/**
 * Reads an IDX file of bytes, the format of MNIST: two zeros, `0x08` (bytes), the number of axes,
 * the length of each as four bytes, big end first, then the values, last axis fastest.
 *
 * Source: the format's description on the MNIST page by LeCun, Cortes and Burges.
 *
 * @throws Error when the file is another, or has more or fewer values than it announces
 */
export function readIdx(file: string): IdxFile {
  const bytes = readFileSync(file);
  const damaged = (found: string): Error =>
    new Error(
      impossible(
        `lire le fichier ${file}`,
        found,
        'effacez-le et lancez «\u00a0npm run setup\u00a0» dans le dossier du cours, ce qui le télécharge à nouveau',
      ),
    );
  const axes = bytes[3] ?? 0;
  const start = 4 + 4 * axes;
  if (bytes.length < start || bytes.readUInt32BE(0) !== 0x800 + axes || axes === 0) {
    throw damaged("il devrait commencer par l'en-tête du format IDX, mais ce n'est pas le cas");
  }
  const shape = Array.from({ length: axes }, (_, axis) => bytes.readUInt32BE(4 + 4 * axis));
  const size = shape.reduce((product, length) => product * length, 1);
  if (bytes.length - start !== size) {
    throw damaged(
      `il annonce ${size} valeur${size > 1 ? 's' : ''} mais en contient ${bytes.length - start}`,
    );
  }
  return { shape, data: bytes.subarray(start) };
}
