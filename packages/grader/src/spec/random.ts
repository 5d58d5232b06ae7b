/**
 * Numbers that look drawn at random and are the same on every machine and every run.
 *
 * The seed is text (assignment and exercise, recorded with the grade), so a disputed grade can be
 * drawn again. Generator: mulberry32, seeded by the FNV-1a hash of the text.
 *
 * @example
 * new SeededRandom('1.2-convolution/conv1d').int(0, 9); // always the same digit
 */
export class SeededRandom {
  private state: number;

  constructor(readonly seed: string) {
    this.state = fnv1a(seed);
  }

  /** An integer from `lo` to `hi`, both included. */
  int(lo: number, hi: number): number {
    return lo + Math.floor(this.unit() * (hi - lo + 1));
  }

  /** A real number from `lo` (included) to `hi` (excluded). */
  real(lo: number, hi: number): number {
    return lo + this.unit() * (hi - lo);
  }

  /** `length` integers from -9 to 9: products and sums of them are exact. */
  vector(length: number): number[] {
    return Array.from({ length }, () => this.int(-9, 9));
  }

  /** `height` rows of `width` integers from -9 to 9. */
  matrix(height: number, width: number): number[][] {
    return Array.from({ length: height }, () => this.vector(width));
  }

  /** One of the items, each with the same chance. Throws a RangeError when there is none. */
  pick<T>(items: readonly T[]): T {
    if (items.length === 0) {
      throw new RangeError('Cannot pick an item: the list is empty; give at least one.');
    }
    return items[this.int(0, items.length - 1)] as T;
  }

  /** The next number from 0 (included) to 1 (excluded). */
  private unit(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** The 32-bit FNV-1a hash of a text's UTF-16 code units. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash;
}
