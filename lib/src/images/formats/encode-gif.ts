import { choosePalette } from './choose-palette';
import type { Bitmap } from './jimp';

/**
 * A GIF of an image taken as opaque: of at most 256 colours exactly as it is, of more by the median cut.
 * (Jimp's own encoder changes the colours even where there are two, and takes minutes for a photo.)
 *
 * Source: GIF89a specification, 17 to 22, 27 and appendix F (variable-length-code LZW).
 */
export function encodeGif(bitmap: Bitmap): Uint8Array {
  const { palette: colours, pixels } = choosePalette(bitmap);
  const bits = Math.max(2, Math.ceil(Math.log2(colours.length)));
  const palette = Buffer.alloc(3 * 2 ** bits);
  for (const [place, colour] of colours.entries()) palette.writeUIntBE(colour, place * 3, 3);
  const size = Buffer.alloc(4);
  size.writeUInt16LE(bitmap.width, 0);
  size.writeUInt16LE(bitmap.height, 2);
  return Buffer.concat([
    Buffer.from('GIF89a'),
    size,
    Buffer.from([0x80 | (bits - 1), 0, 0]), // a palette for all frames
    palette,
    Buffer.from([0x2c, 0, 0, 0, 0]), // one frame, from the top left corner
    size,
    Buffer.from([0, bits]),
    ...blocks(compress(pixels, bits)),
    Buffer.from([0, 0x3b]),
  ]);
}

/** LZW: each code stands for the longest string of pixels known so far. */
function compress(pixels: Uint8Array, bits: number): Buffer {
  const clear = 1 << bits;
  const bytes: number[] = [];
  let waiting = 0;
  let waitingBits = 0;
  let codeBits = bits + 1;
  const emit = (code: number): void => {
    waiting |= code << waitingBits;
    for (waitingBits += codeBits; waitingBits >= 8; waitingBits -= 8) {
      bytes.push(waiting & 255);
      waiting >>>= 8;
    }
  };

  /** By the code of a string and the pixel after it, the code of the longer string. */
  let known = new Map<number, number>();
  let next = clear + 2;
  emit(clear);
  let string = pixels[0]!;
  for (let i = 1; i < pixels.length; i++) {
    const key = (string << 8) | pixels[i]!;
    const longer = known.get(key);
    if (longer !== undefined) {
      string = longer;
      continue;
    }
    emit(string);
    string = pixels[i]!;
    if (next === 4096) {
      emit(clear);
      known = new Map();
      next = clear + 2;
      codeBits = bits + 1;
      continue;
    }
    // The reader knows a string one code later than we do.
    if (next === 1 << codeBits) codeBits++;
    known.set(key, next++);
  }
  emit(string);
  if (next === 1 << codeBits && codeBits < 12) codeBits++;
  emit(clear + 1);
  if (waitingBits > 0) bytes.push(waiting & 255);
  return Buffer.from(bytes);
}

/** Blocks of up to 255 bytes, each after its length. */
function* blocks(data: Buffer): Generator<Buffer> {
  for (let at = 0; at < data.length; at += 255) {
    const block = data.subarray(at, at + 255);
    yield Buffer.concat([Buffer.from([block.length]), block]);
  }
}
