/**
 * A sequence of numbers from 0 (included) to 1 (excluded) that looks random, and is the same for
 * the same seed on every machine.
 *
 * Algorithm: mulberry32, a generator with 32 bits of state.
 *
 * @param seed a whole number; only its low 32 bits count
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` different whole numbers from 0 to `from - 1`, drawn one after the other. */
export function draw(count: number, from: number, random: () => number): Uint32Array {
  // Fisher and Yates: each draw takes one of the numbers left and fills its place with the first.
  const left = Uint32Array.from({ length: from }, (_, i) => i);
  for (let i = 0; i < count; i++) {
    const chosen = i + Math.floor(random() * (from - i));
    const number = left[chosen] as number;
    left[chosen] = left[i] as number;
    left[i] = number;
  }
  return left.slice(0, count);
}
