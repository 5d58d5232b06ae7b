/** Loads up to 4 numbers; zeros in the place of those that are missing. */
export function loadSome(from: usize, count: i32): v128 {
  if (count >= 4) return v128.load(from);
  if (count == 1) return v128.load32_zero(from);
  const two = v128.load64_zero(from);
  return count == 2 ? two : v128.load32_lane(from, two, 2, 8);
}

/** Stores the first up to 4 numbers. */
export function storeSome(to: usize, numbers: v128, count: i32): void {
  if (count >= 4) {
    v128.store(to, numbers);
    return;
  }
  v128.store32_lane(to, numbers, 0);
  if (count > 1) v128.store32_lane(to, numbers, 1, 4);
  if (count > 2) v128.store32_lane(to, numbers, 2, 8);
}
