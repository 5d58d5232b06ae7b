import { readFile, stat } from 'node:fs/promises';

import { impossible, valueText } from '../../errors';

/** Larger files are refused: they would fill the memory of a student's machine. */
const maxBytes = 200_000_000;

/** The bytes of an image file, from its path or as they were given. */
export async function readImageBytes(source: unknown, doing: string): Promise<Buffer> {
  const bytes = source instanceof Uint8Array ? view(source) : await readFromDisk(source, doing);
  if (bytes.length > maxBytes) throw tooLarge(doing);
  return bytes;
}

function view({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

async function readFromDisk(file: unknown, doing: string): Promise<Buffer> {
  if (typeof file !== 'string') {
    throw new TypeError(
      impossible(
        doing,
        `la source est ${valueText(file)} mais il faut le chemin d'un fichier ou ses octets`,
        "donnez un chemin comme 'images/chat.png'",
      ),
    );
  }
  if (/^https?:\/\//.test(file)) {
    throw new Error(
      impossible(
        doing,
        "c'est une adresse du web et non un fichier",
        "téléchargez l'image dans votre dossier, puis donnez son nom",
      ),
    );
  }
  try {
    const found = await stat(file);
    // What is no file (a folder, a pipe) may have no end.
    if (!found.isFile()) throw new Error('not a file');
    if (found.size <= maxBytes) return await readFile(file);
  } catch (cause) {
    throw new Error(
      impossible(
        doing,
        `${isMissing(cause) ? "le fichier n'existe pas" : 'le fichier ne peut pas être lu'} (dossier courant\u00a0: ${process.cwd()})`,
        'vérifiez le nom, les majuscules et le dossier',
      ),
      { cause },
    );
  }
  throw tooLarge(doing);
}

function tooLarge(doing: string): RangeError {
  return new RangeError(
    impossible(
      doing,
      `le fichier dépasse la limite de ${maxBytes / 1e6} millions d'octets`,
      "réduisez l'image d'abord dans un logiciel de dessin",
    ),
  );
}

function isMissing(cause: unknown): boolean {
  return (cause as NodeJS.ErrnoException).code === 'ENOENT';
}
