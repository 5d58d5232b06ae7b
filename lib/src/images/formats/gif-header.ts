import { gifDataLength } from './gif-data-length';
import type { ImageHeader } from './image-header';

/**
 * The header of a GIF, and of its first frame: the one that is read. The decoder would fill the frame
 * with whatever stands in the file where the data end early or the palette is missing.
 *
 * Source: GIF89a specification, 18 (screen), 20 (frame), 22 (data), 23 to 26 (extensions).
 *
 * @throws RangeError when the bytes end too early
 */
export function readGifHeader(bytes: Buffer): ImageHeader {
  const [width, height] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)];
  const palette = paletteBytes(bytes.readUInt8(10));
  let at = 13 + palette;
  // Extensions stand before a frame: their label, then blocks that begin with their length.
  while (bytes.readUInt8(at) === 0x21) at = afterBlocks(bytes, at + 2);
  if (bytes.readUInt8(at) !== 0x2c) return { width, height, damaged: true };

  const [left, top] = [bytes.readUInt16LE(at + 1), bytes.readUInt16LE(at + 3)];
  const [frameWidth, frameHeight] = [bytes.readUInt16LE(at + 5), bytes.readUInt16LE(at + 7)];
  const framePalette = paletteBytes(bytes.readUInt8(at + 9));
  const dataAt = at + 10 + framePalette;
  const fits = left + frameWidth <= width && top + frameHeight <= height;
  return {
    width,
    height,
    damaged: !fits || palette + framePalette === 0,
    hasAllPixels: () => gifDataLength(bytes, dataAt) === frameWidth * frameHeight,
  };
}

/** Bytes of the palette that the packed byte of a screen or of a frame announces. */
function paletteBytes(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

function afterBlocks(bytes: Buffer, start: number): number {
  let at = start;
  for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at)) {
    at += 1 + length;
  }
  return at + 1;
}
