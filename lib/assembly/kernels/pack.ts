// Lays the weights of a product in panels of 8 columns, so that the product reads them in a row:
// a panel is 8 biases, then 8 weights for each tap. Columns that are missing are zeros.

/**
 * `from` and `to` count panels. Weight (tap, column) of a group lies at
 * `w + tap * tapStep + column * columnStep`; the taps are visited as [tapRows][tapCols][run], each
 * with its own step, so that a flipped or a transposed kernel is only other steps.
 * `bias` 0: no bias.
 */
export function packPanels(
  from: i32,
  to: i32,
  w: usize,
  bias: usize,
  packed: usize,
  columns: i32,
  columnStep: i32,
  tapRows: i32,
  tapRowStep: i32,
  tapCols: i32,
  tapColStep: i32,
  run: i32,
  runStep: i32,
): void {
  const panelBytes = (tapRows * tapCols * run + 1) << 5;
  for (let panel = from; panel < to; panel++) {
    let target = packed + <usize>panel * panelBytes;
    const first = panel << 3;
    const count = min(8, columns - first);
    for (let column = 0; column < 8; column++) {
      const has = bias != 0 && column < count;
      store<f32>(target + (column << 2), has ? load<f32>(bias + ((first + column) << 2)) : 0);
    }
    target += 32;
    for (let row = 0; row < tapRows; row++) {
      for (let col = 0; col < tapCols; col++) {
        for (let i = 0; i < run; i++) {
          const offset = row * tapRowStep + col * tapColStep + i * runStep + first * columnStep;
          const source = w + (offset << 2);
          if (count == 8 && columnStep == 1) {
            v128.store(target, v128.load(source));
            v128.store(target, v128.load(source, 16), 16);
          } else {
            for (let column = 0; column < 8; column++) {
              const value: f32 =
                column < count ? load<f32>(source + ((column * columnStep) << 2)) : 0;
              store<f32>(target + (column << 2), value);
            }
          }
          target += 32;
        }
      }
    }
  }
}
