/**
 * How many pixels a GIF frame's data hold, without keeping them: only the lengths that the codes
 * stand for are followed.
 *
 * Source: GIF89a specification, 22 and appendix F (variable-length-code LZW).
 *
 * @param at where the data begin: the byte that tells the size of the first codes
 * @returns NaN when a code comes up that stands for nothing yet
 * @throws RangeError when the bytes end too early
 */
export function gifDataLength(bytes: Buffer, at: number): number {
  const firstBits = bytes.readUInt8(at);
  if (firstBits < 1 || firstBits > 11) return NaN;
  const clear = 1 << firstBits;
  const end = clear + 1;
  const lengths = new Uint32Array(4096).fill(1, 0, clear);
  let next = end + 1;
  let bits = firstBits + 1;
  let previous: number | undefined;
  let total = 0;
  for (const code of codes(bytes, at + 1, () => bits)) {
    if (code === end) return total;
    if (code === clear) {
      next = end + 1;
      bits = firstBits + 1;
      previous = undefined;
      continue;
    }
    if (previous === undefined && code > end) return NaN;
    // The new entry is the previous string and one pixel more: it may be the very code that came.
    if (previous !== undefined && next < 4096) {
      lengths[next++] = lengths[previous]! + 1;
      if (next === 1 << bits && bits < 12) bits++;
    }
    if (code >= next) return NaN;
    total += lengths[code]!;
    previous = code;
  }
  return total;
}

/** The codes of the data blocks, lowest bits first. */
function* codes(bytes: Buffer, start: number, bits: () => number): Generator<number> {
  let waiting = 0;
  let waitingBits = 0;
  let at = start;
  for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at)) {
    for (let i = 1; i <= length; i++) {
      waiting |= bytes.readUInt8(at + i) << waitingBits;
      waitingBits += 8;
      while (waitingBits >= bits()) {
        const size = bits();
        yield waiting & ((1 << size) - 1);
        waiting >>>= size;
        waitingBits -= size;
      }
    }
    at += 1 + length;
  }
}
