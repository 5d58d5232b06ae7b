/** What the first bytes of an image file tell, before anything is decoded. */
export interface ImageHeader {
  format: 'PNG' | 'JPEG' | 'GIF' | 'BMP';
  width: number;
  height: number;
}

/**
 * Reads format and size out of a file's first bytes. A decoder reserves memory for the size a file
 * announces: asking first lets us refuse a file of a few bytes that announces a billion pixels.
 *
 * Sources: PNG specification 11.2.2, GIF89a 18, BITMAPINFOHEADER, JPEG (ITU-T T.81) B.2.2.
 *
 * @returns undefined when the bytes are none of the four formats, or end before the size
 */
export function readImageHeader(bytes: Buffer): ImageHeader | undefined {
  if (bytes.length < 26) return undefined;
  if (bytes.readUInt32BE(0) === 0x89504e47 && bytes.toString('latin1', 12, 16) === 'IHDR') {
    return { format: 'PNG', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) {
    return { format: 'GIF', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  }
  if (bytes.toString('latin1', 0, 2) === 'BM') {
    // A negative height says that the first row is the top one.
    const [width, height] = [bytes.readInt32LE(18), Math.abs(bytes.readInt32LE(22))];
    return { format: 'BMP', width, height };
  }
  return bytes.readUInt16BE(0) === 0xffd8 ? readJpegHeader(bytes) : undefined;
}

/** Walks over a JPEG's segments to the one that starts the frame and holds its size. */
function readJpegHeader(bytes: Buffer): ImageHeader | undefined {
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++; // fill bytes may precede a marker
      continue;
    }
    const startsFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (startsFrame) {
      return {
        format: 'JPEG',
        width: bytes.readUInt16BE(at + 7),
        height: bytes.readUInt16BE(at + 5),
      };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
