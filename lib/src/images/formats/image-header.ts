import { readBmpHeader } from './bmp-header';
import { readGifHeader } from './gif-header';
import { readJpegHeader } from './jpeg-header';
import { readPngHeader } from './png-header';

/** What an image file tells before its pixels are decoded. */
export interface ImageHeader {
  width: number;
  height: number;
  /** The file contradicts itself: it is damaged or cut short. */
  damaged?: boolean;
  /** What kind it is, in French after « c'est un PNG », where Jimp does not read that kind. */
  unread?: string;
  /** What the decoder must be told. */
  decodeOptions?: object;
  /**
   * Looks into the compressed pixels, once the size is found acceptable: false when they are not as
   * many as announced.
   */
  hasAllPixels?: () => boolean;
}

/** The formats that are read, and how their files begin. */
const formats = [
  { format: 'PNG', begins: /^\x89PNG/, read: readPngHeader },
  { format: 'JPEG', begins: /^\xff\xd8\xff/, read: readJpegHeader },
  { format: 'GIF', begins: /^GIF8[79]a/, read: readGifHeader },
  { format: 'BMP', begins: /^BM/, read: readBmpHeader },
] as const;

export type ImageFormat = (typeof formats)[number]['format'];

/**
 * Reads format and size out of a file, by what it holds and not by its name. A decoder reserves
 * memory for the size a file announces: asking first lets us refuse a file of a few bytes that
 * announces a billion pixels. And Jimp's decoders are tolerant: where they would give a wrong picture
 * without a word, the header says `damaged` or `unread`.
 *
 * @returns undefined when the bytes are none of the four formats
 */
export function readImageHeader(
  bytes: Buffer,
): (ImageHeader & { format: ImageFormat }) | undefined {
  const start = bytes.toString('latin1', 0, 8);
  const found = formats.find(({ begins }) => begins.test(start));
  if (found === undefined) return undefined;
  const { format, read } = found;
  try {
    const header = read(bytes);
    const empty = header.width === 0 || header.height === 0;
    return { ...header, format, damaged: empty || header.damaged };
  } catch (error) {
    // Buffer refuses to read beyond its end: the file stops inside its header.
    if (error instanceof RangeError) return { format, width: 0, height: 0, damaged: true };
    throw error;
  }
}
