import { inflateSync } from 'node:zlib';

import type { ImageHeader } from './image-header';

/** Samples a pixel, by the colour type of the header. */
const samples: Partial<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

type Picture = readonly [left: number, top: number, stepX: number, stepY: number];

const whole: readonly Picture[] = [[0, 0, 1, 1]];

/** The seven pictures of Adam7: first column and row, steps between columns and rows. */
const passes: readonly Picture[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

/** Compressed data may go on a little after the last row, as other readers allow. */
const surplusBytes = 65_536;

/**
 * The header of a PNG, and a check of what its data inflate to: the decoder fills up what is missing
 * with black, and would follow a few kilobytes of an interlaced picture to gigabytes.
 *
 * Source: PNG specification (W3C, 3rd edition), 5.2, 8.1, 11.2.1.
 *
 * @throws RangeError when the bytes end too early
 */
export function readPngHeader(bytes: Buffer): ImageHeader {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [depth, colourType] = [bytes.readUInt8(24), bytes.readUInt8(25)];
  const bitsPerPixel = depth * (samples[colourType] ?? 0);
  const pictures = bytes.readUInt8(28) === 1 ? passes : whole;
  return {
    width,
    height,
    damaged: bytes.toString('latin1', 12, 16) !== 'IHDR' || bitsPerPixel === 0,
    hasAllPixels: () => inflates(bytes, lengthOf(pictures, width, height, bitsPerPixel)),
  };
}

/** Bytes of the pictures, each row after a byte that names its filter. */
function lengthOf(
  pictures: readonly Picture[],
  width: number,
  height: number,
  bitsPerPixel: number,
): number {
  let length = 0;
  for (const [left, top, stepX, stepY] of pictures) {
    const columns = Math.ceil(Math.max(0, width - left) / stepX);
    const rows = Math.ceil(Math.max(0, height - top) / stepY);
    if (columns > 0) length += rows * (1 + Math.ceil((columns * bitsPerPixel) / 8));
  }
  return length;
}

/** Do the image's data inflate to so many bytes, and not to many more? Stops where they do. */
function inflates(bytes: Buffer, length: number): boolean {
  const parts: Buffer[] = [];
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) !== 'IDAT') continue;
    parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  try {
    const maxOutputLength = length + surplusBytes;
    return inflateSync(Buffer.concat(parts), { maxOutputLength }).length >= length;
  } catch {
    return false; // damaged, cut short, or too long
  }
}
