import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file whole or not at all: beside its place first, then renamed over it. A reader, or a
 * second run after a power cut, sees the old file or the new one.
 *
 * @param pieces its content, in order
 */
export function writeWhole(path: string, pieces: Iterable<string | Buffer>): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.part`;
  try {
    const fd = openSync(draft, 'w', 0o644);
    try {
      for (const piece of pieces)
        writeAll(fd, typeof piece === 'string' ? Buffer.from(piece) : piece);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function writeAll(fd: number, bytes: Buffer): void {
  for (let sent = 0; sent < bytes.length;) sent += writeSync(fd, bytes, sent);
}
