import {
  blankHash,
  hashOf,
  lengthBytes,
  machineIsLittleEndian,
  numberTypes,
  type NumberType,
  type StoredTensor,
} from './safetensors';

/** No header of ours comes near; a hostile one does not get further. */
const mostHeaderBytes = 16 * 2 ** 20;

const mostAxes = 8;

/** A file that is not what it should be. The message is the middle of an error: what was found. */
export class Unreadable extends Error {
  constructor(
    found: string,
    /** What to do about it. */
    readonly next = 'enregistrez-le de nouveau avec save, ou reprenez une copie intacte',
  ) {
    super(found);
  }
}

export interface Stored {
  metadata: Record<string, string>;
  tensors: Map<string, StoredTensor>;
}

/**
 * Takes a file apart that `layOut` has made. Nothing in it is believed: every length is compared with
 * what is there before any room is taken, the numbers must fill the file without gap or overlap, and
 * the hash must be right.
 *
 * @param check called with the metadata before the numbers are looked at and the hash is compared
 * @throws Unreadable when anything is wrong
 */
export function takeApart(
  bytes: Buffer,
  check: (metadata: Record<string, string>) => void = () => undefined,
): Stored {
  const { text, end } = headerOf(bytes);
  const { __metadata__: rawMetadata, ...entries } = parse(text);
  const metadata = readMetadata(rawMetadata);
  check(metadata);
  checkHash(bytes, text, metadata['sha256']);
  const numbers = bytes.subarray(end);
  const places = Object.entries(entries).map(([name, entry]) => readEntry(name, entry, numbers));
  checkFilled(places, numbers.length);
  const tensors = new Map<string, StoredTensor>();
  for (const place of places) {
    tensors.set(place.name, { shape: place.shape, data: numbersAt(place, numbers) });
  }
  return { metadata, tensors };
}

interface Place {
  name: string;
  dtype: NumberType;
  shape: number[];
  start: number;
  end: number;
}

function headerOf(bytes: Buffer): { text: string; end: number } {
  if (bytes.length < lengthBytes) throw new Unreadable(`il n'a que ${bytes.length} octets`);
  const length = bytes.readBigUInt64LE();
  const rest = bytes.length - lengthBytes;
  if (length > BigInt(mostHeaderBytes) || length > BigInt(rest)) {
    throw new Unreadable(
      `son en-tête devrait faire ${length} octets mais il n'en reste que ${rest}`,
    );
  }
  const end = lengthBytes + Number(length);
  return { text: bytes.toString('utf8', lengthBytes, end), end };
}

function parse(text: string): Record<string, unknown> {
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch {
    throw new Unreadable("son en-tête n'est pas du JSON");
  }
  if (typeof header === 'object' && header !== null && !Array.isArray(header)) {
    return header as Record<string, unknown>;
  }
  throw new Unreadable("son en-tête n'est pas un objet JSON");
}

function readMetadata(value: unknown): Record<string, string> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.every(([, text]) => typeof text === 'string')) {
    return Object.fromEntries(entries);
  }
  throw new Unreadable('ses métadonnées ne sont pas des textes');
}

function checkHash(bytes: Buffer, text: string, sha256: string | undefined): void {
  const field = `"sha256":"${sha256 ?? ''}"`;
  const at = text.indexOf(field);
  const single = at !== -1 && text.indexOf(field, at + 1) === -1;
  if (sha256?.length === 64 && single) {
    const before = lengthBytes + Buffer.byteLength(text.slice(0, at)) + '"sha256":"'.length;
    const parts = [
      bytes.subarray(0, before),
      Buffer.from(blankHash),
      bytes.subarray(before + blankHash.length),
    ];
    if (hashOf(parts) === sha256) return;
  }
  throw new Unreadable(
    "sa somme de contrôle (sha256) n'est pas la bonne\u00a0: il a été coupé ou modifié",
  );
}

function readEntry(name: string, entry: unknown, numbers: Buffer): Place {
  const { dtype, shape, data_offsets: offsets } = Object(entry) as Record<string, unknown>;
  if (typeof dtype !== 'string' || !Object.hasOwn(numberTypes, dtype)) {
    throw new Unreadable(`le type de ${name} n'est ni F32 ni F64`);
  }
  const type = dtype as NumberType;
  const size = sizeOf(shape);
  if (size === undefined) throw new Unreadable(`la forme de ${name} n'en est pas une`);
  const [start, end] = (Array.isArray(offsets) ? offsets : []) as unknown[];
  const within =
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    (start as number) >= 0 &&
    (start as number) <= (end as number) &&
    (end as number) <= numbers.length;
  const fits =
    within && (end as number) - (start as number) === size * numberTypes[type].BYTES_PER_ELEMENT;
  if (!fits) throw new Unreadable(`les nombres de ${name} ne sont pas là où l'en-tête les annonce`);
  return {
    name,
    dtype: type,
    shape: shape as number[],
    start: start as number,
    end: end as number,
  };
}

/** How many numbers a shape holds; undefined when it is none, or holds more than can be counted. */
function sizeOf(shape: unknown): number | undefined {
  if (!Array.isArray(shape) || shape.length === 0 || shape.length > mostAxes) return undefined;
  let size = 1;
  for (const length of shape as unknown[]) {
    if (!Number.isSafeInteger(length) || (length as number) < 1) return undefined;
    size *= length as number;
    if (!Number.isSafeInteger(size)) return undefined;
  }
  return size;
}

function checkFilled(places: readonly Place[], length: number): void {
  let filled = 0;
  for (const { name, start, end } of [...places].sort((a, b) => a.start - b.start)) {
    if (start < filled) throw new Unreadable(`les nombres de ${name} en recouvrent d'autres`);
    if (start > filled) throw new Unreadable(`il y a un trou devant les nombres de ${name}`);
    filled = end;
  }
  if (filled !== length) {
    throw new Unreadable(`il y a ${length} octets de nombres mais l'en-tête en annonce ${filled}`);
  }
}

function numbersAt({ dtype, start, end }: Place, numbers: Buffer): Float32Array | Float64Array {
  // A copy: in the file the numbers need not begin where typed arrays may.
  const copy = Buffer.from(Uint8Array.prototype.slice.call(numbers, start, end).buffer);
  if (!machineIsLittleEndian) {
    if (dtype === 'F32') copy.swap32();
    else copy.swap64();
  }
  return new numberTypes[dtype](
    copy.buffer,
    copy.byteOffset,
    (end - start) / numberTypes[dtype].BYTES_PER_ELEMENT,
  );
}
