// Convolution as a product without im2col: the rows of the matrix are read where they lie in the
// padded images, its columns come packed in panels of 8 (see pack.ts). A tile is 4 pixels by 8
// filters: 8 of the 16 registers hold sums, 2 weights, 1 the pixel's number.

import { storeRow } from '../store-row';

/**
 * Pixels for which a panel is used before the next panel. All panels together fit into the nearest
 * cache: one tile, so that output is written in a row. Else: as many as let their patches stay there.
 */
const fewPixels = 4;
const manyPixels = 64;
const nearBytes = 24_576;

/**
 * `from` and `to` count output pixels over the batch. Steps count numbers: `imageStep` from an image
 * to the next, `rowStep` and `colStep` from an output pixel's patch to the next one's, `tapRowStep`
 * and `tapColStep` inside a patch, `outStep` from an output pixel to the next. A patch is
 * `tapRows` x `tapCols` runs of `run` neighbouring numbers.
 */
export function convolve(
  from: i32,
  to: i32,
  x: usize,
  packed: usize,
  y: usize,
  outHeight: i32,
  outWidth: i32,
  imageStep: i32,
  rowStep: i32,
  colStep: i32,
  tapRows: i32,
  tapRowStep: i32,
  tapCols: i32,
  tapColStep: i32,
  run: i32,
  filters: i32,
  outStep: i32,
): void {
  const panels = (filters + 7) >> 3;
  const panelBytes = (tapRows * tapCols * run + 1) << 5;
  const blockPixels = panels * panelBytes <= nearBytes ? fewPixels : manyPixels;
  const runBytes = run << 2;
  const tapRowBytes = tapRowStep << 2;
  const tapColBytes = tapColStep << 2;
  const outBytes = outStep << 2;
  const colBytes = colStep << 2;

  for (let block = from; block < to; block += blockPixels) {
    const blockEnd = min(block + blockPixels, to);
    for (let panel = 0; panel < panels; panel++) {
      const weights = packed + <usize>panel * panelBytes;
      const columns = min(8, filters - (panel << 3));
      let col = block % outWidth;
      let row = (block / outWidth) % outHeight;
      let image = block / outWidth / outHeight;
      let here = x + ((image * imageStep + row * rowStep + col * colStep) << 2);

      for (let pixel = block; pixel < blockEnd; pixel += 4) {
        // Where the patches of four neighbouring pixels begin; past the end, the last one again.
        let a0 = here;
        let a1 = here + colBytes;
        let a2 = a1 + colBytes;
        let a3 = a2 + colBytes;
        let count = 4;
        if (col + 4 < outWidth && pixel + 4 <= blockEnd) {
          col += 4;
          here = a3 + colBytes;
        } else {
          count = min(4, blockEnd - pixel);
          a1 = a0;
          a2 = a0;
          a3 = a0;
          for (let i = 1; i <= count; i++) {
            if (++col == outWidth) {
              col = 0;
              if (++row == outHeight) {
                row = 0;
                image++;
              }
              here = x + ((image * imageStep + row * rowStep) << 2);
            } else {
              here += colBytes;
            }
            if (i == count) break;
            if (i == 1) a1 = here;
            if (i == 2) a2 = here;
            if (i == 3) a3 = here;
          }
        }

        let b = weights;
        let c00 = v128.load(b);
        let c01 = v128.load(b, 16);
        let c10 = c00;
        let c11 = c01;
        let c20 = c00;
        let c21 = c01;
        let c30 = c00;
        let c31 = c01;
        b += 32;
        for (let tapRow = 0; tapRow < tapRows; tapRow++) {
          const offset = tapRow * tapRowBytes;
          for (let tapCol = 0; tapCol < tapCols; tapCol++) {
            let p0 = a0 + offset + tapCol * tapColBytes;
            let p1 = a1 + offset + tapCol * tapColBytes;
            let p2 = a2 + offset + tapCol * tapColBytes;
            let p3 = a3 + offset + tapCol * tapColBytes;
            const runEnd = p0 + runBytes;
            // Not unrolled by hand: V8 then loads ahead more than the registers hold, and loses a third.
            while (p0 < runEnd) {
              const b0 = v128.load(b);
              const b1 = v128.load(b, 16);
              let a = v128.load32_splat(p0);
              c00 = f32x4.add(c00, f32x4.mul(a, b0));
              c01 = f32x4.add(c01, f32x4.mul(a, b1));
              a = v128.load32_splat(p1);
              c10 = f32x4.add(c10, f32x4.mul(a, b0));
              c11 = f32x4.add(c11, f32x4.mul(a, b1));
              a = v128.load32_splat(p2);
              c20 = f32x4.add(c20, f32x4.mul(a, b0));
              c21 = f32x4.add(c21, f32x4.mul(a, b1));
              a = v128.load32_splat(p3);
              c30 = f32x4.add(c30, f32x4.mul(a, b0));
              c31 = f32x4.add(c31, f32x4.mul(a, b1));
              p0 += 4;
              p1 += 4;
              p2 += 4;
              p3 += 4;
              b += 32;
            }
          }
        }

        let out = y + <usize>pixel * outBytes + (panel << 5);
        storeRow(out, c00, c01, columns);
        if (count > 1) storeRow((out += outBytes), c10, c11, columns);
        if (count > 2) storeRow((out += outBytes), c20, c21, columns);
        if (count > 3) storeRow(out + outBytes, c30, c31, columns);
      }
    }
  }
}
