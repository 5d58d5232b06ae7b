import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Large enough for a notebook full of pictures, small enough to hold in memory. */
export const maxNotebookBytes = 20 * 1024 * 1024;

/**
 * The bytes of a file handed in, or why they are not read (French).
 *
 * Follows no link, so that a submission cannot name a file elsewhere; waits for no pipe or device;
 * the size is looked at before anything is read.
 */
export function readSubmittedFile(
  path: string,
  maxBytes = maxNotebookBytes,
): { bytes: Buffer } | { reason: string } {
  let fd: number;
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ELOOP') return { reason: 'c’est un lien vers un autre fichier' };
    return { reason: `le fichier ne s’ouvre pas (${code ?? 'erreur inconnue'})` };
  }
  try {
    const stat = fstatSync(fd);
    if (!stat.isFile()) return { reason: 'ce n’est pas un fichier ordinaire' };
    if (stat.size > maxBytes) return { reason: `le fichier dépasse ${mebibytes(maxBytes)} Mio` };
    const bytes = Buffer.alloc(stat.size);
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(fd, bytes, filled, bytes.length - filled, filled);
      if (count === 0) break;
      filled += count;
    }
    return { bytes: bytes.subarray(0, filled) };
  } finally {
    closeSync(fd);
  }
}

const mebibytes = (bytes: number): string => String(Math.round(bytes / 2 ** 20));
