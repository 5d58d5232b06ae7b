/** In UTF-8: a file name holds 255 bytes, and ours adds an ending. */
const maxBytes = 200;

/** What a page or a table shows by nothing at all, or by something else than itself. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;

/**
 * A student's id from a name, or why the name cannot be one.
 *
 * It becomes a file name (feedback) and a cell of a table, so what names another folder, is invisible or
 * reorders text is refused.
 *
 * @returns the name in Unicode's composed form (NFC), or a reason in French
 */
export function studentId(name: string): { id: string } | { reason: string } {
  const id = name.normalize('NFC');
  if (Buffer.byteLength(id) > maxBytes) return { reason: 'nom trop long ; raccourcissez-le' };
  if (invisible.test(id)) return { reason: 'nom avec des caractères invisibles ; changez-le' };
  if (/[/\\]/.test(id)) return { reason: 'nom avec une barre oblique ; changez-le' };
  if (id === '' || id.trim() !== id || id.startsWith('.') || id.endsWith('.')) {
    return { reason: 'nom vide, ou qui commence ou finit par une espace ou un point ; changez-le' };
  }
  return { id };
}

/** A name that can be shown: what is invisible becomes visible (`\u{202e}`). */
export const showName = (name: string): string =>
  name.replace(
    new RegExp(invisible, 'gu'),
    (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`,
  );

/**
 * An id as the table of grades shows it: two that look the same there cannot both be graded.
 *
 * @example
 * asShown("'=1+1"); // '=1+1', for the table puts that apostrophe before '=1+1' itself
 */
export const asShown = (id: string): string => id.replace(/^'(?=[=+\-@＝＋－＠])/, '');
