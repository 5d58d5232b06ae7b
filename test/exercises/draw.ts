/**
 * Cases drawn at random by the hidden specs.
 *
 * A test draws all of its cases before it calls the student's function, so that a submission that
 * fails early draws the same ones as every other.
 */
import type { SeededRandom } from '@convolab/grader/spec';

/** `count` items drawn one after the other. */
export const several = <T>(count: number, draw: () => T): T[] =>
  Array.from({ length: count }, () => draw());

/** Integers from -9 to 9 without zero, so that no weight can be forgotten unseen. */
const weights = (random: SeededRandom, length: number): number[] =>
  several(length, () => random.pick([-1, 1]) * random.int(1, 9));

/** A kernel that no reversal leaves as it is. A single weight cannot be so. */
export function lopsidedVector(random: SeededRandom, length: number): number[] {
  for (;;) {
    const k = weights(random, length);
    if (length === 1 || String(k) !== String([...k].reverse())) return k;
  }
}

/**
 * A kernel that no reversal, turn or transposition leaves as it is: its weights, at most 18, all
 * differ, and none is zero.
 */
export function lopsidedMatrix(random: SeededRandom, height: number, width: number): number[][] {
  const left = [-9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const take = (): number => left.splice(random.int(0, left.length - 1), 1)[0]!;
  return several(height, () => several(width, take));
}

/** Two sizes from `lo` to `hi` that differ. */
export function twoSizes(random: SeededRandom, lo: number, hi: number): [number, number] {
  const first = random.int(lo, hi);
  const others = several(hi - lo + 1, () => 0).map((_, i) => lo + i);
  return [first, random.pick(others.filter((size) => size !== first))];
}

/** [height][width][channels], integers from -9 to 9. */
export const volume = (
  random: SeededRandom,
  height: number,
  width: number,
  channels: number,
): number[][][] => several(height, () => random.matrix(width, channels));

/** [height][width][channels][filters], integers from -9 to 9 without zero. */
export const filters = (
  random: SeededRandom,
  [height, width, channels, count]: readonly [number, number, number, number],
): number[][][][] =>
  several(height, () => several(width, () => several(channels, () => weights(random, count))));

/** The same nested arrays with each number moved a little: values that are no integers. */
export function decimal<T>(random: SeededRandom, value: T): T {
  if (Array.isArray(value)) return value.map((item) => decimal(random, item)) as T;
  return ((value as number) / 4 + random.real(-0.1, 0.1)) as T;
}
