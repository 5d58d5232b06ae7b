import { basename } from 'node:path/posix';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { maxNotebookBytes } from '../read/read-file';
import { showName } from '../read/student-id';
import { litter } from './litter';
import { readReceipt, receiptName, sha256, type Receipt } from './receipt';

/** A zip that was handed in, looked into with care. */
export interface Unpacked {
  /** The notebook's name without `.ipynb`, and its bytes: nothing is known of them yet. */
  name: string;
  notebook: Buffer;
  /** What the student's machine noted; to be believed in nothing that counts. */
  receipt: Receipt | null;
  /** What is wrong without standing in the way, in French sentences. */
  notices: string[];
}

const maxEntries = 100;
const maxReceiptBytes = 64 * 1024;

/** Raised for a zip that is not what it should be; French, the end of a sentence. */
class ZipRefused extends Error {}

/**
 * Opens a zip that holds one notebook, in memory: nothing is written, whatever its names say.
 *
 * Sizes are looked at before anything is inflated, and inflating stops at them; a zip with a name that leads
 * elsewhere, a link, a password, or two notebooks is refused.
 *
 * @returns the notebook, or a reason in French
 */
export async function unpack(bytes: Buffer): Promise<Unpacked | { reason: string }> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    return await lookInto(zip, await plainFiles(zip));
  } catch (error) {
    if (error instanceof ZipRefused) return { reason: error.message };
    const why = showName(error instanceof Error ? error.message : String(error)).slice(0, 200);
    return { reason: `ce zip ne s’ouvre pas (${why})` };
  }
}

async function lookInto(zip: ZipFile, files: Entry[]): Promise<Unpacked> {
  const notebooks = files.filter(({ fileName }) => fileName.endsWith('.ipynb'));
  const receipts = files.filter(({ fileName }) => basename(fileName) === receiptName);
  const [own] = notebooks;
  if (!own) throw new ZipRefused('ce zip ne contient pas de notebook (.ipynb)');
  if (notebooks.length > 1) {
    const names = notebooks.slice(0, 3).map(({ fileName }) => `« ${showName(fileName)} »`);
    throw new ZipRefused(
      `ce zip contient ${notebooks.length} notebooks (${names.join(', ')}) ; un seul est attendu`,
    );
  }
  const notebook = await inflate(zip, own, maxNotebookBytes, 'le notebook');
  const [first] = receipts;
  const receipt = first ? readReceipt(await inflate(zip, first, maxReceiptBytes, 'le reçu')) : null;
  const strangers = files.length - notebooks.length - receipts.length;
  const notices = [...receiptNotices(receipt, receipts.length, sha256(notebook))];
  if (strangers > 0) {
    notices.push(`Le zip contient aussi ${strangers} fichier(s) dont il n’est pas tenu compte.`);
  }
  return { name: basename(own.fileName, '.ipynb').normalize('NFC'), notebook, receipt, notices };
}

function* receiptNotices(receipt: Receipt | null, count: number, hash: string): Generator<string> {
  if (count === 0) yield 'Le zip n’a pas de reçu : « npm run submit » ne l’a pas écrit.';
  else if (count > 1) yield 'Le zip a plusieurs reçus : le premier a été lu.';
  if (count > 0 && receipt === null) yield 'Le reçu du zip est illisible.';
  if (receipt !== null && receipt.sha256 !== hash) {
    yield (
      'Le reçu du zip n’est pas celui de ce notebook, changé depuis « npm run submit » : ' +
      'c’est le notebook qui est noté.'
    );
  }
}

/** Its regular files, without what file managers leave behind. */
async function plainFiles(zip: ZipFile): Promise<Entry[]> {
  const files: Entry[] = [];
  let seen = 0;
  for await (const entry of zip.eachEntry()) {
    if (++seen > maxEntries) throw new ZipRefused(`ce zip contient plus de ${maxEntries} fichiers`);
    const parts = entry.fileName.split('/');
    if (parts.some((part) => litter.test(part)) || entry.fileName.endsWith('/')) continue;
    const kind = (entry.externalFileAttributes >>> 16) & 0o170000;
    if (kind !== 0 && kind !== 0o100000) {
      throw new ZipRefused(
        `« ${showName(entry.fileName)} », dans ce zip, est un lien et non un fichier`,
      );
    }
    if (entry.isEncrypted()) throw new ZipRefused('ce zip est protégé par un mot de passe');
    files.push(entry);
  }
  return files;
}

/** Stops at `max` bytes, and at the size that the zip states: yauzl ends a stream that passes it. */
async function inflate(zip: ZipFile, entry: Entry, max: number, what: string): Promise<Buffer> {
  if (entry.uncompressedSize > max) {
    throw new ZipRefused(`${what} de ce zip dépasse ${Math.round(max / 1024)} Kio`);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
