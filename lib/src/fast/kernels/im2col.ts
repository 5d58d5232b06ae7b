import { heap } from '../engine/heap';

/**
 * The patch of each output pixel as a row of a matrix; `from` and `to` count output pixels over the
 * batch. The steps are those of `convolve`, which multiplies without writing the matrix out.
 */
export function im2col(
  from: number,
  to: number,
  x: number,
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
): void {
  const { f32 } = heap;
  let target = (y >>> 2) + from * tapRows * tapCols * run;
  for (let pixel = from; pixel < to; pixel++) {
    const outCol = pixel % outWidth;
    const outRow = Math.floor(pixel / outWidth) % outHeight;
    const image = Math.floor(pixel / (outWidth * outHeight));
    const patch = (x >>> 2) + image * imageStep + outRow * rowStep + outCol * colStep;
    for (let tapRow = 0; tapRow < tapRows; tapRow++) {
      for (let tapCol = 0; tapCol < tapCols; tapCol++) {
        const source = patch + tapRow * tapRowStep + tapCol * tapColStep;
        for (let i = 0; i < run; i++) f32[target++] = f32[source + i]!;
      }
    }
  }
}
