// Convolution with short runs (few channels): the patches of 4 pixels are first gathered side by side,
// tap after tap, and all panels of weights then go over them. See convolve.ts.

import { storeRow } from '../store-row';

/**
 * As `convolve`; `scratch` is room of this piece's own for 4 patches.
 */
export function convolveGathered(
  from: i32,
  to: i32,
  scratch: usize,
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
  const runBytes = run << 2;
  const tapRowBytes = tapRowStep << 2;
  const tapColBytes = tapColStep << 2;
  const outBytes = outStep << 2;
  const colBytes = colStep << 2;
  const gatheredEnd = scratch + ((tapRows * tapCols * run) << 4);

  let col = from % outWidth;
  let row = (from / outWidth) % outHeight;
  let image = from / outWidth / outHeight;
  let here = x + ((image * imageStep + row * rowStep + col * colStep) << 2);
  for (let pixel = from; pixel < to; pixel += 4) {
    // Where the patches of four neighbouring pixels begin; past the end, the last one again.
    let a0 = here;
    let a1 = here + colBytes;
    let a2 = a1 + colBytes;
    let a3 = a2 + colBytes;
    let count = 4;
    if (col + 4 < outWidth && pixel + 4 <= to) {
      col += 4;
      here = a3 + colBytes;
    } else {
      count = min(4, to - pixel);
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

    let target = scratch;
    for (let tapRow = 0; tapRow < tapRows; tapRow++) {
      for (let tapCol = 0; tapCol < tapCols; tapCol++) {
        const offset = tapRow * tapRowBytes + tapCol * tapColBytes;
        for (let i = offset; i < offset + runBytes; i += 4) {
          store<f32>(target, load<f32>(a0 + i));
          store<f32>(target, load<f32>(a1 + i), 4);
          store<f32>(target, load<f32>(a2 + i), 8);
          store<f32>(target, load<f32>(a3 + i), 12);
          target += 16;
        }
      }
    }
    for (let panel = 0; panel < panels; panel++) {
      const weights = packed + <usize>panel * panelBytes;
      const columns = min(8, filters - (panel << 3));
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
      let p = scratch;
      while (p < gatheredEnd) {
        let b0 = v128.load(b);
        let b1 = v128.load(b, 16);
        let a = v128.load32_splat(p);
        c00 = f32x4.add(c00, f32x4.mul(a, b0));
        c01 = f32x4.add(c01, f32x4.mul(a, b1));
        a = v128.load32_splat(p, 4);
        c10 = f32x4.add(c10, f32x4.mul(a, b0));
        c11 = f32x4.add(c11, f32x4.mul(a, b1));
        a = v128.load32_splat(p, 8);
        c20 = f32x4.add(c20, f32x4.mul(a, b0));
        c21 = f32x4.add(c21, f32x4.mul(a, b1));
        a = v128.load32_splat(p, 12);
        c30 = f32x4.add(c30, f32x4.mul(a, b0));
        c31 = f32x4.add(c31, f32x4.mul(a, b1));
        p += 16;
        b += 32;
      }

      let out = y + <usize>pixel * outBytes + (panel << 5);
      storeRow(out, c00, c01, columns);
      if (count > 1) storeRow((out += outBytes), c10, c11, columns);
      if (count > 2) storeRow((out += outBytes), c20, c21, columns);
      if (count > 3) storeRow(out + outBytes, c30, c31, columns);
    }
  }
}
