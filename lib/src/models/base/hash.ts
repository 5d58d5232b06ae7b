/** A number for a name: FNV-1a, 32 bits. */
export function hashOf(name: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(name)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}

/**
 * The whole number from 0 to 2^32 - 1 that belongs to a place under a name, the same on every machine and
 * in every language: the last steps of MurmurHash3 over place + hash of the name.
 */
export function scatter(place: number, hash: number): number {
  let x = (place + hash) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** So many numbers between centre - spread and centre + spread, that hang on the name alone. */
export function hashedNumbers(
  name: string,
  count: number,
  centre: number,
  spread: number,
): Float32Array {
  const hash = hashOf(name);
  const numbers = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    numbers[i] = centre + spread * (scatter(i, hash) / 2 ** 31 - 1);
  }
  return numbers;
}
