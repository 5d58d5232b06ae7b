/** About 20 microseconds: shorter than falling asleep and being woken. */
const looks = 2_000;

/** Looks at a word for a moment; true once it is no longer `seen`. */
export function spin(words: Int32Array, index: number, seen: number): boolean {
  for (let i = 0; i < looks; i++) if (Atomics.load(words, index) !== seen) return true;
  return false;
}
