import { impossible } from '../../errors';
import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { softInk } from '../paint/colours';
import { numberText } from '../paint/numbers';

/** More rows or columns do not fit a notebook. */
const most = 14;
const top = 108;
const cell = 46;

/** What stands round the matrix. */
export interface LinkMatrixOptions {
  /** Stands above. */
  title?: string;
  /** What reads, a name a row. */
  rows: readonly string[];
  /** What is read, a name a column. */
  columns: readonly string[];
  /** What the numbers are: « canaux ». */
  unit?: string;
}

/**
 * Who reads whom: a row for each layer, a column for each that it may read, a number where it does.
 *
 * @param links `null` where there is no link
 * @throws RangeError when names and numbers are not as many, or more than 14 rows or columns are asked for
 *
 * @example
 * ```ts
 * linkMatrix([[8, null], [8, 4]], { rows: ['couche 1', 'couche 2'], columns: ['entrée', '1'] });
 * ```
 */
export function linkMatrix(
  links: readonly (readonly (number | null)[])[],
  { title = 'Qui lit quoi', rows, columns, unit = '' }: LinkMatrixOptions,
): Figure {
  checkSizes(links, rows, columns);
  const left = 48 + Math.max(...rows.map((name) => name.length)) * 8.4;
  const width = Math.max(480, left + columns.length * cell + 40);
  const board = new Board(width, top + rows.length * cell + 30);
  board.words([
    { x: 24, y: 22, text: `<b>${title}</b>`, size: 15, align: 'left' },
    { x: left, y: 54, text: `lit…${unit === '' ? '' : ` (${unit})`}`, size: 13, colour: softInk, align: 'left' }, // prettier-ignore
    ...columns.map((text, i) => ({ x: left + (i + 0.5) * cell, y: top - 18, text, size: 12 })),
    ...rows.map((text, i) => ({
      x: left - 12,
      y: top + (i + 0.5) * cell,
      text,
      size: 13,
      align: 'right' as const,
    })),
  ]);
  const place = { x: left, y: top, cell };
  board.ruledCells({ ...place, rows: rows.length, columns: columns.length });
  board.numberedCells({ ...place, values: links });
  const words = links.map((row, i) => {
    const read = row.flatMap((value, j) => value === null ? [] : [`${columns[j]} ${numberText(value)}`]); // prettier-ignore
    return `${rows[i]} lit ${read.length === 0 ? 'rien' : read.join(', ')}`;
  });
  return board.figure({ alt: [`${title}${unit === '' ? '' : ` (${unit})`}`, ...words].join('\n') });
}

function checkSizes(
  links: readonly (readonly unknown[])[],
  rows: readonly string[],
  columns: readonly string[],
): void {
  const fits = links.length === rows.length && links.every((row) => row.length === columns.length);
  if (fits && rows.length > 0 && Math.max(rows.length, columns.length) <= most) return;
  throw new RangeError(
    impossible(
      'dessiner la matrice des liens',
      `elle a ${links.length} lignes pour ${rows.length} noms et ${columns.length} colonnes nommées`,
      `donnez un nom par ligne et par colonne, ${most} au plus de chaque`,
    ),
  );
}
