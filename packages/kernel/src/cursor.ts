/**
 * Cursor positions: Jupyter counts Unicode code points, JavaScript and TypeScript count UTF-16 units.
 * The two part at the first character beyond U+FFFF: in `'🐱'.` the dot is at code point 3, unit 4.
 */

/** The UTF-16 offset of a position counted in code points; a position past the end gives the end. */
export function codePointsToUtf16(text: string, codePoints: number): number {
  let offset = 0;
  for (let passed = 0; passed < codePoints && offset < text.length; passed++) {
    offset += isPair(text, offset) ? 2 : 1;
  }
  return offset;
}

/** The position in code points of a UTF-16 offset; an offset inside a pair counts the whole pair. */
export function utf16ToCodePoints(text: string, offset: number): number {
  let codePoints = 0;
  for (let unit = 0; unit < Math.min(offset, text.length); codePoints++) {
    unit += isPair(text, unit) ? 2 : 1;
  }
  return codePoints;
}

function isPair(text: string, offset: number): boolean {
  return (text.codePointAt(offset) ?? 0) > 0xffff;
}
