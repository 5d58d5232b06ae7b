import { heap } from '../engine/heap';
import { convolve } from './convolve';

/** Output pixels whose patches' gradients are made before they are added. */
const blockPixels = 32;

/**
 * The gradient for a convolution's input: see the AssemblyScript kernel of the same name for the
 * parameters.
 */
export function inputGradient(
  from: number,
  to: number,
  scratch: number,
  dy: number,
  packed: number,
  dx: number,
  height: number,
  width: number,
  channels: number,
  bandRows: number,
  outHeight: number,
  outWidth: number,
  filters: number,
  depth: number,
  kernelHeight: number,
  strideY: number,
  dilationY: number,
  top: number,
  colStep: number,
  tapCols: number,
  tapColStep: number,
  run: number,
  left: number,
  groupChannels: number,
): void {
  const { f32 } = heap;
  const bands = Math.ceil(height / bandRows);
  const columns = Math.ceil((kernelHeight * tapCols * run) / 8) * 8;
  const rowSize = width * channels;
  for (let band = from; band < to; band++) {
    const image = Math.floor(band / bands);
    const firstRow = (band % bands) * bandRows;
    const endRow = Math.min(firstRow + bandRows, height);
    const rowsAt = (dx >>> 2) + image * height * rowSize;
    for (let pixel = firstRow * width; pixel < endRow * width; pixel++) {
      const start = rowsAt + pixel * channels;
      f32.fill(0, start, start + groupChannels);
    }

    // The output rows that reach into the band.
    const above = firstRow + top - (kernelHeight - 1) * dilationY;
    const firstOut = Math.max(0, Math.ceil(above / strideY));
    const endOut = Math.min(outHeight, Math.floor((endRow - 1 + top) / strideY) + 1);
    for (let outRow = firstOut; outRow < endOut; outRow++) {
      const gradients = dy + (image * outHeight + outRow) * outWidth * filters * 4;
      for (let block = 0; block < outWidth; block += blockPixels) {
        const pixels = Math.min(blockPixels, outWidth - block);
        const here = gradients + block * filters * 4;
        const patch = [1, 0, 1, 0, depth] as const;
        convolve(
          0,
          pixels,
          here,
          packed,
          scratch,
          1,
          pixels,
          0,
          0,
          filters,
          ...patch,
          columns,
          columns,
        );
        for (let tapRow = 0; tapRow < kernelHeight; tapRow++) {
          const row = outRow * strideY + tapRow * dilationY - top;
          if (row < firstRow || row >= endRow) continue;
          const target = rowsAt + row * rowSize;
          for (let tapCol = 0; tapCol < tapCols; tapCol++) {
            let source = (scratch >>> 2) + (tapRow * tapCols + tapCol) * run;
            let place = block * colStep + tapCol * tapColStep - left;
            for (let pixel = 0; pixel < pixels; pixel++) {
              const end = Math.min(run, rowSize - place);
              for (let i = Math.max(0, -place); i < end; i++) {
                f32[target + place + i] = f32[target + place + i]! + f32[source + i]!;
              }
              source += columns;
              place += colStep;
            }
          }
        }
      }
    }
  }
}
