// max(x, 0), four numbers at a time; `from` and `to` count numbers.

export function relu(from: usize, to: usize, x: usize, y: usize): void {
  const zero = f32x4.splat(0);
  let i = from << 2;
  const end = to << 2;
  for (; i + 16 <= end; i += 16) {
    v128.store(y + i, f32x4.max(v128.load(x + i), zero));
  }
  for (; i < end; i += 4) {
    store<f32>(y + i, max<f32>(load<f32>(x + i), 0));
  }
}

/** dInput is dOutput where the input was above 0, else 0. */
export function reluBackward(from: usize, to: usize, dy: usize, x: usize, dx: usize): void {
  const zero = f32x4.splat(0);
  let i = from << 2;
  const end = to << 2;
  for (; i + 16 <= end; i += 16) {
    const open = f32x4.gt(v128.load(x + i), zero);
    v128.store(dx + i, v128.and(v128.load(dy + i), open));
  }
  for (; i < end; i += 4) {
    store<f32>(dx + i, load<f32>(x + i) > 0 ? load<f32>(dy + i) : 0);
  }
}
