import { refuseDamaged } from './refuse';

/** Reads bytes from the first to the last; whatever goes beyond the end is refused before any room is taken. */
export class ByteReader {
  private at = 0;
  private readonly buffer: Buffer;

  constructor(bytes: Uint8Array) {
    this.buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.buffer.length - this.at;
  }

  /** A view, not a copy. */
  take(count: number): Buffer {
    if (!(count >= 0 && count <= this.left)) {
      refuseDamaged(`il s’arrête après ${this.buffer.length} octets, au milieu d’une valeur`);
    }
    this.at += count;
    return this.buffer.subarray(this.at - count, this.at);
  }

  /** Up to the end of the line, which is left out. */
  line(most: number): string {
    const end = this.buffer.indexOf('\n', this.at);
    if (end === -1 || end - this.at > most) refuseDamaged('un nom n’y a pas de fin');
    const text = this.take(end - this.at).toString('utf8');
    this.take(1);
    return text;
  }

  uint8(): number {
    return this.take(1).readUInt8();
  }

  uint16(): number {
    return this.take(2).readUInt16LE();
  }

  uint32(): number {
    return this.take(4).readUInt32LE();
  }

  int32(): number {
    return this.take(4).readInt32LE();
  }

  int64(): bigint {
    return this.take(8).readBigInt64LE();
  }

  /** Python writes this one alone with the greatest byte first. */
  float64(): number {
    return this.take(8).readDoubleBE();
  }

  /** A whole number of so many bytes, negative where its highest bit is set. */
  long(count: number): bigint {
    const bytes = this.take(count);
    let value = 0n;
    for (let i = count - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i]!);
    return count > 0 && bytes[count - 1]! >= 128 ? value - (1n << BigInt(8 * count)) : value;
  }
}
