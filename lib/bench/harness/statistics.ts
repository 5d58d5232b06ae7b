/** The middle of the sorted numbers, the mean of the two middle ones; NaN when there is none. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/**
 * The value below which a share of the numbers lies, interpolated between neighbours.
 *
 * @param share 0 (smallest) to 1 (largest)
 */
export function quantile(numbers: readonly number[], share: number): number {
  if (numbers.length === 0) return NaN;
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}

/** How far apart the middle half of the numbers lies, as a share of their median. */
export function spread(numbers: readonly number[]): number {
  return (quantile(numbers, 0.75) - quantile(numbers, 0.25)) / median(numbers);
}

/**
 * How many times as fast as `against`: the median of the rounds' ratios. Both ran within the same
 * moments of a round, so a neighbour's load weighs on both, where it would bend a ratio of medians.
 *
 * @param of milliseconds, round by round
 * @param against milliseconds of the other; rounds that only one took part in do not count
 */
export function speedRatio(of: readonly number[], against: readonly number[]): number {
  const rounds = Math.min(of.length, against.length);
  return median(Array.from({ length: rounds }, (_, round) => against[round]! / of[round]!));
}
