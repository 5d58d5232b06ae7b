import { heap } from '../engine/heap';

/**
 * Convolution as a product without im2col: see the AssemblyScript kernel of the same name for the
 * parameters. A tile is 2 pixels by 4 filters: what 16 scalar registers hold.
 */
export function convolve(
  from: number,
  to: number,
  x: number,
  packed: number,
  y: number,
  outHeight: number,
  outWidth: number,
  imageStep: number,
  rowStep: number,
  colStep: number,
  tapRows: number,
  tapRowStep: number,
  tapCols: number,
  tapColStep: number,
  run: number,
  filters: number,
  outStep: number,
): void {
  const { f32 } = heap;
  const panelSize = (tapRows * tapCols * run + 1) * 8;
  const origin = x >>> 2;
  const area = outHeight * outWidth;
  const patchOf = (pixel: number): number => {
    const inImage = pixel % area;
    const row = Math.floor(inImage / outWidth);
    const image = Math.floor(pixel / area);
    return origin + image * imageStep + row * rowStep + (inImage % outWidth) * colStep;
  };

  for (let block = from; block < to; block += 64) {
    const blockEnd = Math.min(block + 64, to);
    for (let filter = 0; filter < filters; filter += 4) {
      const weights = (packed >>> 2) + (filter >> 3) * panelSize + (filter & 4);
      for (let pixel = block; pixel < blockEnd; pixel += 2) {
        const second = pixel + 1 < blockEnd;
        const a0 = patchOf(pixel);
        const a1 = second ? patchOf(pixel + 1) : a0;
        let b = weights;
        let c00 = f32[b]!;
        let c01 = f32[b + 1]!;
        let c02 = f32[b + 2]!;
        let c03 = f32[b + 3]!;
        let c10 = c00;
        let c11 = c01;
        let c12 = c02;
        let c13 = c03;
        for (let tapRow = 0; tapRow < tapRows; tapRow++) {
          for (let tapCol = 0; tapCol < tapCols; tapCol++) {
            const offset = tapRow * tapRowStep + tapCol * tapColStep;
            let p1 = a1 + offset;
            for (let p0 = a0 + offset, end = p0 + run; p0 < end; p0++, p1++) {
              b += 8;
              const b0 = f32[b]!;
              const b1 = f32[b + 1]!;
              const b2 = f32[b + 2]!;
              const b3 = f32[b + 3]!;
              const u = f32[p0]!;
              c00 += u * b0;
              c01 += u * b1;
              c02 += u * b2;
              c03 += u * b3;
              const v = f32[p1]!;
              c10 += v * b0;
              c11 += v * b1;
              c12 += v * b2;
              c13 += v * b3;
            }
          }
        }
        const left = filters - filter;
        let out = (y >>> 2) + pixel * outStep + filter;
        f32[out] = c00;
        if (left > 1) f32[out + 1] = c01;
        if (left > 2) f32[out + 2] = c02;
        if (left > 3) f32[out + 3] = c03;
        if (!second) continue;
        out += outStep;
        f32[out] = c10;
        if (left > 1) f32[out + 1] = c11;
        if (left > 2) f32[out + 2] = c12;
        if (left > 3) f32[out + 3] = c13;
      }
    }
  }
}

/** As `convolve`: gathering patches first pays for vectors only. */
export function convolveGathered(
  from: number,
  to: number,
  _scratch: number,
  x: number,
  packed: number,
  y: number,
  outHeight: number,
  outWidth: number,
  imageStep: number,
  rowStep: number,
  colStep: number,
  tapRows: number,
  tapRowStep: number,
  tapCols: number,
  tapColStep: number,
  run: number,
  filters: number,
  outStep: number,
): void {
  const patch = [tapRows, tapRowStep, tapCols, tapColStep, run] as const;
  const steps = [imageStep, rowStep, colStep] as const;
  convolve(from, to, x, packed, y, outHeight, outWidth, ...steps, ...patch, filters, outStep);
}
