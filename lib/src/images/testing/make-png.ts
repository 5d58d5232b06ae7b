import { crc32, deflateSync } from 'node:zlib';

/** What a PNG is made of; `data` may contradict the rest, to make a damaged one. */
export interface PngParts {
  width: number;
  height: number;
  /** Bits a sample. Default 8. */
  depth?: number;
  /** 0 grey, 2 red-green-blue, 3 palette, 4 grey and alpha, 6 red-green-blue-alpha. */
  colourType: number;
  interlaced?: boolean;
  /** Rows, each after the byte of its filter (0: none), before they are compressed. */
  data: readonly number[] | Buffer;
  /** Chunks between the header and the data: PLTE, tRNS. */
  chunks?: Record<string, readonly number[]>;
}

/** Writes a PNG by hand (PNG specification, 5). */
export function makePng(parts: PngParts): Buffer {
  const { width, height, depth = 8, colourType, interlaced = false, data, chunks = {} } = parts;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colourType, 0, 0, interlaced ? 1 : 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...Object.entries(chunks).map(([type, body]) => chunk(type, Buffer.from(body))),
    chunk('IDAT', deflateSync(Buffer.from(data))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), body]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}
