import { createHash } from 'node:crypto';

/** The text with `\n` line ends and no byte order mark: what is parsed and what is hashed. */
export function toUnixText(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
}

/** True if the text's first line ends in CRLF: a rewrite then keeps that habit. */
export function usesCrlf(text: string): boolean {
  const firstEnd = text.indexOf('\n');
  return firstEnd > 0 && text[firstEnd - 1] === '\r';
}

/** `text` (line ends `\n`) with the line ends that `model` uses. */
export function withLineEndsOf(model: string, text: string): string {
  return usesCrlf(model) ? text.replace(/\n/g, '\r\n') : text;
}

/** sha256 of a text in hexadecimal; the same for a checkout with CRLF. */
export function textHash(text: string): string {
  return createHash('sha256').update(toUnixText(text), 'utf8').digest('hex');
}
