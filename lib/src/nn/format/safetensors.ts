import { createHash } from 'node:crypto';

/** The types of numbers we write and read, by the format's names. */
export const numberTypes = { F32: Float32Array, F64: Float64Array } as const;

export type NumberType = keyof typeof numberTypes;

/** Stands in the header while the hash of the whole file is computed. */
export const blankHash = '0'.repeat(64);

/** The length of the header, as it stands in front of it. */
export const lengthBytes = 8;

/** Numbers begin at multiples of that, so that they can be read in place. */
const alignment = 8;

export interface StoredTensor {
  shape: readonly number[];
  data: Float32Array | Float64Array;
}

/**
 * Lays tensors out as the safetensors format does: the header's length (8 bytes, least first), the
 * header as JSON, then all numbers (least byte first), nothing between them. See docs/network-format.md.
 *
 * @param metadata texts by name; `sha256` is added: of the whole file, with 64 zeros in its place
 * @returns pieces, to be written one behind the other
 */
export function layOut(
  tensors: ReadonlyMap<string, StoredTensor>,
  metadata: Readonly<Record<string, string>>,
): Uint8Array[] {
  // Wide numbers first: then each begins at a multiple of its own size.
  const ordered = [...tensors].sort(([, a], [, b]) => bytesEach(b) - bytesEach(a));
  let end = 0;
  const entries = ordered.map(([name, { shape, data }]) => {
    const dtype: NumberType = data instanceof Float32Array ? 'F32' : 'F64';
    const start = end;
    end += data.byteLength;
    return [name, { dtype, shape, data_offsets: [start, end] }];
  });
  const text = (sha256: string): string =>
    JSON.stringify({
      __metadata__: { ...metadata, sha256 },
      ...(Object.fromEntries(entries) as object),
    });
  const numbers = ordered.map(([, { data }]) => littleEndian(data));
  const frame = (sha256: string): Uint8Array[] => [...headerBytes(text(sha256)), ...numbers];
  return frame(hashOf(frame(blankHash)));
}

/** Of pieces that lie one behind the other. */
export function hashOf(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

function headerBytes(text: string): Uint8Array[] {
  const json = Buffer.from(text, 'utf8');
  const padded = Buffer.alloc(Math.ceil(json.length / alignment) * alignment, ' ');
  json.copy(padded);
  const length = Buffer.alloc(lengthBytes);
  length.writeBigUInt64LE(BigInt(padded.length));
  return [length, padded];
}

function bytesEach({ data }: StoredTensor): number {
  return data.BYTES_PER_ELEMENT;
}

/** Typed arrays have the machine's byte order: least first on all that Node runs on but two. */
function littleEndian(data: Float32Array | Float64Array): Uint8Array {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (machineIsLittleEndian) return bytes;
  return data instanceof Float32Array ? Buffer.from(bytes).swap32() : Buffer.from(bytes).swap64();
}

export const machineIsLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
