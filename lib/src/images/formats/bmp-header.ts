import type { ImageHeader } from './image-header';

/** Sizes of BITMAPINFOHEADER and of the versions that followed it. */
const knownHeaders = [40, 52, 56, 108, 124];

/**
 * The header of a BMP. Jimp's decoder takes the pixels to follow the header, and reads compressed ones
 * and rows of an odd count of half bytes wrong: those are kinds that are not read.
 *
 * Source: Microsoft, BITMAPFILEHEADER, BITMAPINFOHEADER to BITMAPV5HEADER.
 *
 * @throws RangeError when the bytes end too early
 */
export function readBmpHeader(bytes: Buffer): ImageHeader {
  const headerBytes = bytes.readUInt32LE(14);
  if (headerBytes === 12) {
    const [width, height] = [bytes.readUInt16LE(18), bytes.readUInt16LE(20)];
    return { width, height, unread: "d'un genre ancien (OS/2)" };
  }
  if (!knownHeaders.includes(headerBytes)) return { width: 0, height: 0, damaged: true };

  const width = bytes.readInt32LE(18);
  // A negative height says that the first row is the top one.
  const height = Math.abs(bytes.readInt32LE(22));
  const [bits, compression] = [bytes.readUInt16LE(28), bytes.readUInt32LE(30)];
  const colours = bytes.readUInt32LE(46);
  const pixelsAt = bytes.readUInt32LE(10);
  const pixelBytes = Math.ceil((width * bits) / 32) * 4 * height;
  return {
    width: Math.max(width, 0),
    height,
    damaged:
      width < 0 ||
      ![1, 4, 8, 16, 24, 32].includes(bits) ||
      colours > 256 ||
      (!isCompressed(compression) && pixelsAt + pixelBytes > bytes.length),
    unread: unread({ headerBytes, bits, compression, colours, pixelsAt, width }),
  };
}

function unread(o: {
  headerBytes: number;
  bits: number;
  compression: number;
  colours: number;
  pixelsAt: number;
  width: number;
}): string | undefined {
  const { headerBytes, bits, compression, width } = o;
  if (isCompressed(compression)) return 'compressé';
  if (bits === 4 && width % 2 === 1) return 'de 16 couleurs et de largeur impaire';
  const masks = headerBytes > 40 ? 0 : compression === 3 ? 12 : compression === 6 ? 16 : 0;
  const palette = bits <= 8 ? 4 * (o.colours || 2 ** bits) : 4 * o.colours;
  if (o.pixelsAt !== 14 + headerBytes + masks + palette) return 'à la disposition inhabituelle';
  return undefined;
}

/** 0: as they are; 3 and 6: as they are too, under masks that tell each colour's bits. */
function isCompressed(compression: number): boolean {
  return ![0, 3, 6].includes(compression);
}
