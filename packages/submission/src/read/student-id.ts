/** In UTF-8: a file name holds 255 bytes, and ours adds an ending. */
const maxBytes = 200;

/** What a page or a table shows by nothing at all, or by something else than itself. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;

/**
 * The student's id from the name of a folder, or why the name cannot be one.
 *
 * The id comes from nowhere else: what a notebook says of its author is not read. It becomes a file
 * name (feedback) and a cell of a table, so what is invisible or reorders text is refused.
 *
 * @returns the name in Unicode's composed form (NFC), or a reason in French
 */
export function studentId(folder: string): { id: string } | { reason: string } {
  const id = folder.normalize('NFC');
  if (Buffer.byteLength(id) > maxBytes) {
    return { reason: 'nom de dossier trop long ; raccourcissez-le' };
  }
  if (invisible.test(id)) {
    return { reason: 'nom de dossier avec des caractères invisibles ; renommez-le' };
  }
  if (id.trim() !== id || id.startsWith('.') || id.endsWith('.')) {
    return {
      reason: 'nom de dossier qui commence ou finit par une espace ou un point ; renommez-le',
    };
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
