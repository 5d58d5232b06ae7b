import { heap } from '../engine/heap';

/**
 * Lays the weights of a product in panels of 8 columns: a panel is 8 biases, then 8 weights for each
 * tap, zeros where a column is missing. `from` and `to` count panels; weight (tap, column) lies at
 * `w + tap * tapStep + column * columnStep` numbers, taps being visited as [tapRows][tapCols][run].
 * `bias` 0: no bias.
 */
export function packPanels(
  from: number,
  to: number,
  w: number,
  bias: number,
  packed: number,
  columns: number,
  columnStep: number,
  tapRows: number,
  tapRowStep: number,
  tapCols: number,
  tapColStep: number,
  run: number,
  runStep: number,
): void {
  const { f32 } = heap;
  const panelSize = (tapRows * tapCols * run + 1) * 8;
  for (let panel = from; panel < to; panel++) {
    let target = (packed >>> 2) + panel * panelSize;
    const first = panel * 8;
    for (let column = first; column < first + 8; column++) {
      f32[target++] = bias !== 0 && column < columns ? f32[(bias >>> 2) + column]! : 0;
    }
    for (let row = 0; row < tapRows; row++) {
      for (let col = 0; col < tapCols; col++) {
        for (let i = 0; i < run; i++) {
          const source = (w >>> 2) + row * tapRowStep + col * tapColStep + i * runStep;
          for (let column = first; column < first + 8; column++) {
            f32[target++] = column < columns ? f32[source + column * columnStep]! : 0;
          }
        }
      }
    }
  }
}
