// The gradient for a convolution's kernel: for each tap of the patch and each filter, the sum over
// all output pixels of (the number under the tap) x (the pixel's gradient). A tile is 4 taps by 8
// filters; its sums stay in registers along a stretch of pixels.

import { storeRow } from '../store-row';

/** Bytes of gradient that all tiles go over before the next stretch: they stay in the nearest cache. */
const stretchBytes = 32_768;

/** Where a tap lies in its patch, in bytes. */
function tapOffset(tap: i32, tapCols: i32, run: i32, tapRowStep: i32, tapColStep: i32): usize {
  const place = tap / run;
  const row = place / tapCols;
  const col = place % tapCols;
  return (row * tapRowStep + col * tapColStep + (tap % run)) << 2;
}

/**
 * `from` and `to` count taps: rows of the gradient, which are `gradientStep` numbers apart. The patch
 * and the steps are those of `convolve`. `dy` may be read up to 28 bytes past its end.
 */
export function kernelGradient(
  from: i32,
  to: i32,
  x: usize,
  dy: usize,
  dw: usize,
  batch: i32,
  outHeight: i32,
  outWidth: i32,
  imageStep: i32,
  rowStep: i32,
  colStep: i32,
  tapRowStep: i32,
  tapCols: i32,
  tapColStep: i32,
  run: i32,
  filters: i32,
  outStep: i32,
  gradientStep: i32,
): void {
  const outBytes = outStep << 2;
  const colBytes = colStep << 2;
  const rows = batch * outHeight;
  const stretchCols = min(outWidth, max(8, stretchBytes / outBytes));
  const stretchRows = max(1, stretchBytes / (outBytes * outWidth));

  for (let tap = from; tap < to; tap++) {
    memory.fill(dw + ((tap * gradientStep) << 2), 0, filters << 2);
  }
  for (let firstRow = 0; firstRow < rows; firstRow += stretchRows) {
    const endRow = min(firstRow + stretchRows, rows);
    for (let firstCol = 0; firstCol < outWidth; firstCol += stretchCols) {
      const cols = min(stretchCols, outWidth - firstCol);
      for (let tap = from; tap < to; tap += 4) {
        const taps = min(4, to - tap);
        // Past the last tap, the last one again.
        const o0 = tapOffset(tap, tapCols, run, tapRowStep, tapColStep);
        const o1 = taps > 1 ? tapOffset(tap + 1, tapCols, run, tapRowStep, tapColStep) : o0;
        const o2 = taps > 2 ? tapOffset(tap + 2, tapCols, run, tapRowStep, tapColStep) : o0;
        const o3 = taps > 3 ? tapOffset(tap + 3, tapCols, run, tapRowStep, tapColStep) : o0;
        for (let filter = 0; filter < filters; filter += 8) {
          const columns = min(8, filters - filter);
          let c00 = f32x4.splat(0);
          let c01 = c00;
          let c10 = c00;
          let c11 = c00;
          let c20 = c00;
          let c21 = c00;
          let c30 = c00;
          let c31 = c00;
          let y = firstRow % outHeight;
          let rowStart = (firstRow / outHeight) * imageStep + y * rowStep + firstCol * colStep;
          let d = dy + ((firstRow * outWidth + firstCol) * outStep + filter) * 4;
          for (let row = firstRow; row < endRow; row++) {
            const here = x + (rowStart << 2);
            let p0 = here + o0;
            let p1 = here + o1;
            let p2 = here + o2;
            let p3 = here + o3;
            let e = d;
            const end = d + cols * outBytes;
            while (e < end) {
              const d0 = v128.load(e);
              const d1 = v128.load(e, 16);
              let a = v128.load32_splat(p0);
              c00 = f32x4.add(c00, f32x4.mul(a, d0));
              c01 = f32x4.add(c01, f32x4.mul(a, d1));
              a = v128.load32_splat(p1);
              c10 = f32x4.add(c10, f32x4.mul(a, d0));
              c11 = f32x4.add(c11, f32x4.mul(a, d1));
              a = v128.load32_splat(p2);
              c20 = f32x4.add(c20, f32x4.mul(a, d0));
              c21 = f32x4.add(c21, f32x4.mul(a, d1));
              a = v128.load32_splat(p3);
              c30 = f32x4.add(c30, f32x4.mul(a, d0));
              c31 = f32x4.add(c31, f32x4.mul(a, d1));
              p0 += colBytes;
              p1 += colBytes;
              p2 += colBytes;
              p3 += colBytes;
              e += outBytes;
            }
            d += outWidth * outBytes;
            if (++y == outHeight) {
              y = 0;
              rowStart = ((row + 1) / outHeight) * imageStep + firstCol * colStep;
            } else {
              rowStart += rowStep;
            }
          }
          let out = dw + ((tap * gradientStep + filter) << 2);
          addRow(out, c00, c01, columns);
          if (taps > 1) addRow((out += gradientStep << 2), c10, c11, columns);
          if (taps > 2) addRow((out += gradientStep << 2), c20, c21, columns);
          if (taps > 3) addRow(out + (gradientStep << 2), c30, c31, columns);
        }
      }
    }
  }
}

/** Adds the first `count` of 8 numbers to those at `target`. */
function addRow(target: usize, low: v128, high: v128, count: i32): void {
  if (count == 8) {
    v128.store(target, f32x4.add(v128.load(target), low));
    v128.store(target, f32x4.add(v128.load(target, 16), high), 16);
  } else {
    storeRow(
      target,
      f32x4.add(v128.load(target), low),
      f32x4.add(v128.load(target, 16), high),
      count,
    );
  }
}
