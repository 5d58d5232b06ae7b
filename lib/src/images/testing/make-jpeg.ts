/** A JPEG of plain squares of 8 by 8 pixels. */
export interface JpegParts {
  /** Squares in a row. */
  columns: number;
  /** For each square, row by row, the value of each component, 0 to 255. */
  squares: readonly (readonly number[])[];
  /** Start of frame. Default 0xc0, baseline; 0xc2 is progressive. */
  frame?: number;
  /** Bits a sample, as the header says. Default 8. */
  bits?: number;
  /** Adobe's marker: 0 as they are, 1 brightness and colour, 2 the same with black. Default: none. */
  adobeTransform?: number;
  /** EXIF orientation, 1 to 8. Default: none. */
  orientation?: number;
}

/** Writes a JPEG by hand: each square has only its mean (ITU-T T.81, annexes B and F). */
export function makeJpeg(parts: JpegParts): Buffer {
  const { columns, squares, frame = 0xc0, bits = 8, adobeTransform, orientation } = parts;
  const components = squares[0]!.map((_, i) => i + 1);
  const size = [(squares.length / columns) * 8, columns * 8].flatMap(uint16);
  return Buffer.from([
    ...[0xff, 0xd8],
    ...(orientation === undefined ? [] : segment(0xe1, exif(orientation))),
    ...(adobeTransform === undefined
      ? []
      : segment(0xee, [...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, adobeTransform])),
    ...segment(0xdb, [0, ...new Array<number>(64).fill(8)]), // the mean counts 8 x 8 / 8
    ...segment(frame, [
      bits,
      ...size,
      components.length,
      ...components.flatMap((c) => [c, 0x11, 0]),
    ]),
    // Sizes of means: nine of them, 0 to 8 bits, by codes of four bits. Details: only "no more".
    ...segment(0xc4, [0x00, ...counts(4, 9), ...Array(9).keys()]),
    ...segment(0xc4, [0x10, ...counts(1, 1), 0]),
    ...segment(0xda, [
      components.length,
      ...components.flatMap((c) => [c, 0]),
      ...[0, frame === 0xc2 ? 0 : 63, 0],
    ]),
    ...entropy(squares, frame === 0xc2 ? '' : '0'),
    ...[0xff, 0xd9],
  ]);
}

function uint16(value: number): number[] {
  return [value >> 8, value & 255];
}

function segment(marker: number, body: readonly number[]): number[] {
  return [0xff, marker, ...uint16(body.length + 2), ...body];
}

/** So many codes of that length, and none of the fifteen other lengths. */
function counts(length: number, count: number): number[] {
  return Array.from({ length: 16 }, (_, i) => (i + 1 === length ? count : 0));
}

/** For each component the difference from the square before; then "no more details". */
function entropy(squares: JpegParts['squares'], noMore: string): number[] {
  let text = '';
  const before = squares[0]!.map(() => 128);
  for (const values of squares) {
    for (const [i, value] of values.entries()) {
      const difference = value - before[i]!;
      before[i] = value;
      const bits = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1;
      const digits = difference < 0 ? difference + 2 ** bits - 1 : difference;
      text += bits.toString(2).padStart(4, '0');
      if (bits > 0) text += digits.toString(2).padStart(bits, '0');
      text += noMore;
    }
  }
  const bytes = text.match(/.{1,8}/g)!.map((byte) => parseInt(byte.padEnd(8, '1'), 2));
  return bytes.flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte]));
}

/** TIFF's header and one entry: Orientation, a short. */
function exif(orientation: number): number[] {
  return [
    ...Buffer.from('Exif\0\0MM\0*'),
    ...[0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ];
}
