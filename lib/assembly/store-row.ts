/** Stores the first `count` of 8 numbers. */
export function storeRow(target: usize, low: v128, high: v128, count: i32): void {
  if (count == 8) {
    v128.store(target, low);
    v128.store(target, high, 16);
    return;
  }
  let part = low;
  if (count >= 4) {
    v128.store(target, low);
    part = high;
    target += 16;
  }
  const left = count & 3;
  if (left > 0) v128.store32_lane(target, part, 0);
  if (left > 1) v128.store32_lane(target, part, 1, 4);
  if (left > 2) v128.store32_lane(target, part, 2, 8);
}
