import { isZip } from '../zip/is-zip';
import { unpack } from '../zip/unpack';
import { maxNotebookBytes, readSubmittedFile } from './read-file';

/** A zip holds a notebook that was deflated: it is hardly larger. */
export const maxZipBytes = maxNotebookBytes + 1024 * 1024;

/** The bytes of a notebook that was handed in, bare or in a zip, or why there are none (French). */
export async function readSubmittedNotebook(
  path: string,
): Promise<{ bytes: Buffer } | { reason: string }> {
  if (!isZip(path)) return readSubmittedFile(path);
  const file = readSubmittedFile(path, maxZipBytes);
  if ('reason' in file) return file;
  const unpacked = await unpack(file.bytes);
  return 'reason' in unpacked ? unpacked : { bytes: unpacked.notebook };
}
