// The sum of each column of a matrix: the gradient for a bias. Slices of rows are summed apart, and
// then the slices, so that threads can share the work and the sum does not depend on them.

/**
 * `from` and `to` count slices of `sliceRows` rows. Slice s writes `columns` sums at
 * `y + s * columns` numbers.
 */
export function sumColumns(
  from: i32,
  to: i32,
  x: usize,
  y: usize,
  rows: i32,
  columns: i32,
  sliceRows: i32,
): void {
  const rowBytes = columns << 2;
  for (let slice = from; slice < to; slice++) {
    const first = slice * sliceRows;
    const count = min(sliceRows, rows - first);
    const start = x + <usize>first * rowBytes;
    const end = start + <usize>count * rowBytes;
    const target = y + <usize>slice * rowBytes;
    let column = 0;
    for (; column + 4 <= columns; column += 4) {
      let sum = f32x4.splat(0);
      for (let p = start + (column << 2); p < end; p += rowBytes) {
        sum = f32x4.add(sum, v128.load(p));
      }
      v128.store(target + (column << 2), sum);
    }
    for (; column < columns; column++) {
      let sum: f32 = 0;
      for (let p = start + (column << 2); p < end; p += rowBytes) sum += load<f32>(p);
      store<f32>(target + (column << 2), sum);
    }
  }
}
