import { crc32, deflateSync } from 'node:zlib';

import type { Rgb } from './colours';

/**
 * A picture as a `data:` address, so that a figure carries it along.
 *
 * @param pixels rows of pixels, each three channels of 0 to 255
 * @param enlarge each pixel becomes a square of so many, so that no viewer smooths it
 */
export function pngDataUri(pixels: readonly (readonly Rgb[])[], enlarge = 1): string {
  const height = pixels.length * enlarge;
  const width = (pixels[0]?.length ?? 0) * enlarge;
  const rows = Buffer.alloc(height * (1 + width * 3));
  let next = 0;
  for (const row of pixels) {
    const start = next;
    rows[next++] = 0; // PNG's filter « none »
    for (const [red, green, blue] of row) {
      for (let copy = 0; copy < enlarge; copy++) {
        rows[next++] = red;
        rows[next++] = green;
        rows[next++] = blue;
      }
    }
    for (let copy = 1; copy < enlarge; copy++)
      next += rows.copy(rows, next, start, start + 1 + width * 3);
  }
  return `data:image/png;base64,${pngFile(width, height, rows).toString('base64')}`;
}

/** Layout of the file: https://www.w3.org/TR/png-3/ (signature, IHDR, IDAT, IEND). */
function pngFile(width: number, height: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits a channel, RGB
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}
