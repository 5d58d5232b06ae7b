/**
 * The words of the library's errors. A student reads them in a notebook, so they are French, and
 * they always have three beats: what we were doing, what we found against what we wanted, what to
 * do next.
 */

/** French typography wants a no-break space before `:` and `;`. */
const NBSP = '\u00a0';

/**
 * Puts the three beats of an error together.
 *
 * @param doing infinitive: « convoluer l'image par le noyau »
 * @param found what was found against what was wanted: « le noyau fait 5 × 5 mais … »
 * @param next imperative, without a full stop: « utilisez padding: 'same' »
 */
export function impossible(doing: string, found: string, next: string): string {
  const linked = /^[aeiouyhéèêàâîôœ]/i.test(doing) ? `d'${doing}` : `de ${doing}`;
  return `Impossible ${linked}${NBSP}: ${found}${NBSP}; ${next}.`;
}

/** A shape as one reads it aloud: `[5, 5, 3]` gives « 5 × 5 × 3 », the empty shape « un nombre ». */
export function shapeText(shape: readonly number[]): string {
  return shape.length === 0 ? 'un nombre' : shape.join(`${NBSP}×${NBSP}`);
}

/** A shape as code writes it: « [5, 5, 3] ». */
export function shapeCode(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}

/** What a student passed, short enough for a message: strings in quotes, long values cut. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return 'une fonction';
  if (Array.isArray(value)) return cut(`[${value.map(valueText).join(', ')}]`);
  if (ArrayBuffer.isView(value)) return `un ${value.constructor.name}`;
  if (typeof value === 'object' && value !== null) return 'un objet';
  return String(value);
}

/** Why the system did not read or write a file; its code stays, for who looks further. */
export function systemText(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const why: Record<string, string> = {
    ENOENT: "le fichier ou son dossier n'existe pas",
    EISDIR: "c'est un dossier",
    ENOTDIR: "un dossier du chemin n'en est pas un",
    EACCES: "l'accès est refusé",
    EPERM: "l'accès est refusé",
    EROFS: 'le disque est en lecture seule',
    ENOSPC: 'le disque est plein',
  };
  return why[code] === undefined ? message : `${why[code]} (${code})`;
}

const longestValue = 60;

function cut(text: string): string {
  return text.length <= longestValue ? text : `${text.slice(0, longestValue - 1)}…`;
}
