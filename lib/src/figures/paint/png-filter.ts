/** What a filter foretells a byte to be, from those to its left, above, and above left. */
type Prediction = (left: number, above: number, corner: number) => number;

/** PNG's five filters, in the order of their numbers: https://www.w3.org/TR/png-3/#9Filters */
const filters: Prediction[] = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  paeth,
];

/**
 * A row as a PNG file holds it: the number of a filter, then how far each byte is from what that
 * filter foretold. Of the filters, the one that leaves the least to tell.
 *
 * @param row its bytes
 * @param above the row before, as long; zeros for the first
 * @param pixelBytes bytes a pixel: a byte is foretold from the same one of the pixels around
 */
export function filteredRow(row: Buffer, above: Buffer, pixelBytes = 1): Buffer {
  const attempts = filters.map((predict, number) => {
    const bytes = Buffer.alloc(row.length + 1, number);
    let rest = 0;
    for (let x = 0; x < row.length; x++) {
      const foretold = predict(row[x - pixelBytes] ?? 0, above[x]!, above[x - pixelBytes] ?? 0);
      const byte = (row[x]! - foretold) & 255;
      bytes[x + 1] = byte;
      rest += Math.min(byte, 256 - byte);
    }
    return { bytes, rest };
  });
  return attempts.reduce((best, attempt) => (attempt.rest < best.rest ? attempt : best)).bytes;
}

/** Whichever of the three neighbours is nearest to `left + above - corner`. */
function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  // No arrays here: this runs for every byte of a photo.
  const toLeft = Math.abs(guess - left);
  const toAbove = Math.abs(guess - above);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
