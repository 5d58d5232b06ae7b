import { heap } from '../engine/heap';

/** Gradients that all tiles go over before the next stretch of pixels. */
const stretchSize = 4_096;

/**
 * The gradient for a convolution's kernel: see the AssemblyScript kernel of the same name for the
 * parameters. A tile is 2 taps by 4 filters.
 */
export function kernelGradient(
  from: number,
  to: number,
  x: number,
  dy: number,
  dw: number,
  batch: number,
  outHeight: number,
  outWidth: number,
  imageStep: number,
  rowStep: number,
  colStep: number,
  tapRowStep: number,
  tapCols: number,
  tapColStep: number,
  run: number,
  filters: number,
  outStep: number,
  gradientStep: number,
): void {
  const { f32 } = heap;
  const rows = batch * outHeight;
  const stretchRows = Math.max(1, Math.floor(stretchSize / (outStep * outWidth)));
  const offsetOf = (tap: number): number => {
    const place = Math.floor(tap / run);
    const tapRow = Math.floor(place / tapCols);
    return tapRow * tapRowStep + (place % tapCols) * tapColStep + (tap % run);
  };
  for (let tap = from; tap < to; tap++) {
    const start = (dw >>> 2) + tap * gradientStep;
    f32.fill(0, start, start + filters);
  }
  for (let firstRow = 0; firstRow < rows; firstRow += stretchRows) {
    const endRow = Math.min(firstRow + stretchRows, rows);
    for (let tap = from; tap < to; tap += 2) {
      const second = tap + 1 < to;
      const o0 = (x >>> 2) + offsetOf(tap);
      const o1 = second ? (x >>> 2) + offsetOf(tap + 1) : o0;
      for (let filter = 0; filter < filters; filter += 4) {
        let c00 = 0;
        let c01 = 0;
        let c02 = 0;
        let c03 = 0;
        let c10 = 0;
        let c11 = 0;
        let c12 = 0;
        let c13 = 0;
        for (let row = firstRow; row < endRow; row++) {
          const start = Math.floor(row / outHeight) * imageStep + (row % outHeight) * rowStep;
          let p0 = start + o0;
          let p1 = start + o1;
          let d = (dy >>> 2) + row * outWidth * outStep + filter;
          for (let col = 0; col < outWidth; col++) {
            const d0 = f32[d]!;
            const d1 = f32[d + 1]!;
            const d2 = f32[d + 2]!;
            const d3 = f32[d + 3]!;
            const u = f32[p0]!;
            c00 += u * d0;
            c01 += u * d1;
            c02 += u * d2;
            c03 += u * d3;
            const v = f32[p1]!;
            c10 += v * d0;
            c11 += v * d1;
            c12 += v * d2;
            c13 += v * d3;
            d += outStep;
            p0 += colStep;
            p1 += colStep;
          }
        }
        const left = filters - filter;
        let out = (dw >>> 2) + tap * gradientStep + filter;
        f32[out] = f32[out]! + c00;
        if (left > 1) f32[out + 1] = f32[out + 1]! + c01;
        if (left > 2) f32[out + 2] = f32[out + 2]! + c02;
        if (left > 3) f32[out + 3] = f32[out + 3]! + c03;
        if (!second) continue;
        out += gradientStep;
        f32[out] = f32[out]! + c10;
        if (left > 1) f32[out + 1] = f32[out + 1]! + c11;
        if (left > 2) f32[out + 2] = f32[out + 2]! + c12;
        if (left > 3) f32[out + 3] = f32[out + 3]! + c13;
      }
    }
  }
}
