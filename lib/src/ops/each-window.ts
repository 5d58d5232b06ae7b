import { cellsCovered, type PoolPlan } from './pool-plan';

/**
 * Visits the windows of a pooling in the order of the output's numbers.
 *
 * `visit` receives the places, in the input's data, of the cells that the window covers on one
 * channel, row by row (the padding has none; the list is valid during the visit only), and the
 * window's own place in the output's data.
 */
export function eachWindow(
  { batch, channels, rows, cols }: PoolPlan,
  visit: (cells: readonly number[], place: number) => void,
): void {
  const cells: number[] = [];
  let place = 0;
  for (let item = 0; item < batch; item++) {
    for (let outRow = 0; outRow < rows.outputSize; outRow++) {
      const [top, bottom] = cellsCovered(rows, outRow);
      for (let outCol = 0; outCol < cols.outputSize; outCol++) {
        const [left, right] = cellsCovered(cols, outCol);
        for (let channel = 0; channel < channels; channel++) {
          cells.length = 0;
          for (let row = top; row < bottom; row++) {
            for (let col = left; col < right; col++) {
              const pixel = (item * rows.inputSize + row) * cols.inputSize + col;
              cells.push(pixel * channels + channel);
            }
          }
          visit(cells, place++);
        }
      }
    }
  }
}
