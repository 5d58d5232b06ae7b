/** What a BMP is made of. */
export interface BmpParts {
  width: number;
  /** Negative: the first row is the top one. */
  height: number;
  bits: number;
  compression?: number;
  /** Bytes of the header. Default 40. */
  headerBytes?: number;
  /** Between header and pixels: masks, and blue, green, red, 0 of each colour. */
  between?: readonly number[];
  colours?: number;
  /** Rows of a multiple of four bytes, the bottom one first. */
  pixels: readonly number[];
  /** Where the pixels begin, as the header says. Default: after what stands before them. */
  pixelsAt?: number;
}

/** Writes a BMP by hand (BITMAPFILEHEADER, BITMAPINFOHEADER). */
export function makeBmp(parts: BmpParts): Buffer {
  const { between = [], headerBytes = 40, pixels } = parts;
  const header = Buffer.alloc(14 + headerBytes);
  header.write('BM');
  header.writeUInt32LE(header.length + between.length + pixels.length, 2);
  header.writeUInt32LE(parts.pixelsAt ?? header.length + between.length, 10);
  header.writeUInt32LE(headerBytes, 14);
  header.writeInt32LE(parts.width, 18);
  header.writeInt32LE(parts.height, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(parts.bits, 28);
  header.writeUInt32LE(parts.compression ?? 0, 30);
  header.writeUInt32LE(parts.colours ?? 0, 46);
  return Buffer.concat([header, Buffer.from(between), Buffer.from(pixels)]);
}
