/**
 * What one lesson adds to the glossary and to the notations.
 * @typedef {{ lesson: string, terms: string[][], notations: string[][] }} LessonTables
 */

/**
 * Reads the tables « Petit glossaire » and « Notations » of a lesson's text.
 * @param {string} lesson '1.2-convolution'
 * @param {string} text of notebooks/src/LESSON.nb.ts
 * @returns {LessonTables}
 */
export function readTables(lesson, text) {
  const lines = text.split('\n').map((line) => line.replace(/^\/\/ ?/, ''));
  return {
    lesson,
    terms: rowsBelow('### Petit glossaire', lines),
    notations: rowsBelow('### Notations', lines),
  };
}

/** The cells of each row of the first table below a heading, its head and its rule left out. */
function rowsBelow(heading, lines) {
  const from = lines.indexOf(heading);
  if (from === -1) return [];
  const start = lines.findIndex((line, i) => i > from && line.startsWith('|'));
  const next = lines.findIndex((line, i) => i > from && /^(#|%%)/.test(line));
  if (start === -1 || (next !== -1 && next < start)) return [];
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  return lines.slice(start + 2, length === -1 ? undefined : start + length).map(cells);
}

/** A bar behind a backslash, or inside a formula or code, is no border. */
function cells(row) {
  const inside = row.replace(/^\|\s*|\s*\|\s*$/g, '');
  return inside.split(/(?<!\\)\|(?=(?:[^$`]|\$[^$]*\$|`[^`]*`)*$)/).map((cell) => cell.trim());
}
