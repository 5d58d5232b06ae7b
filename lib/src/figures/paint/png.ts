import { crc32, deflateSync } from 'node:zlib';

import type { Rgb } from './colours';
import { filteredRow } from './png-filter';

/**
 * A picture of few colours as a `data:` address, so that a figure carries it along.
 *
 * One byte a pixel instead of three, and neighbours of like numbers pack well: so the colours
 * should be in an order where near numbers are near colours.
 *
 * @param pixels rows of pixels, each the number of a colour
 * @param palette at most 256 colours, each three channels of 0 to 255
 * @param enlarge each pixel becomes a square of so many, so that no viewer smooths it
 */
export function pngDataUri(
  pixels: readonly (readonly number[])[],
  palette: readonly Rgb[],
  enlarge = 1,
): string {
  const height = pixels.length * enlarge;
  const width = (pixels[0]?.length ?? 0) * enlarge;
  const rows: Buffer[] = [];
  let above = Buffer.alloc(width);
  for (const row of pixels) {
    const line = Buffer.alloc(width);
    row.forEach((colour, x) => line.fill(colour, x * enlarge, (x + 1) * enlarge));
    for (let copy = 0; copy < enlarge; copy++) {
      rows.push(filteredRow(line, above));
      above = line;
    }
  }
  return pngFile(width, height, rows, palette);
}

/**
 * A picture in all colours as a `data:` address.
 *
 * @param pixels three bytes a pixel: red, green, blue, row by row
 * @param width pixels a row
 */
export function rgbDataUri(pixels: Uint8Array, width: number): string {
  const rowBytes = 3 * width;
  const height = pixels.length / rowBytes;
  const rows: Buffer[] = [];
  let above = Buffer.alloc(rowBytes);
  for (let y = 0; y < height; y++) {
    const line = Buffer.from(pixels.subarray(y * rowBytes, (y + 1) * rowBytes));
    rows.push(filteredRow(line, above, 3));
    above = line;
  }
  return pngFile(width, height, rows);
}

/**
 * Layout of the file: https://www.w3.org/TR/png-3/ (signature, IHDR, PLTE, IDAT, IEND). With a palette
 * a pixel is a byte, the number of a colour; without, three bytes.
 */
function pngFile(width: number, height: number, rows: Buffer[], palette?: readonly Rgb[]): string {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, palette === undefined ? 2 : 3, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const file = Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...(palette === undefined ? [] : [chunk('PLTE', Buffer.from(palette.flat()))]),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return `data:image/png;base64,${file.toString('base64')}`;
}

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}
