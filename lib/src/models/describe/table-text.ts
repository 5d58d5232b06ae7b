import { shapeCode } from '../../errors';
import type { Description, DescriptionRow, DescriptionTotals } from './description';
import type { ReceptiveField } from './receptive-field';

/** What the columns of the table are. */
export const header = ['couche', 'type', 'sortie', 'paramètres', 'MAC', 'champ', 'pas', 'mémoire'];
/** Columns of words stand to the left, those of numbers to the right. */
export const words = 3;

/** A description as a table of aligned columns, the totals under it. */
export function tableText({ rows, totals }: Description): string {
  const table = [header, ...rows.map(cells)];
  const widths = header.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  const lines = table.map((row) =>
    row
      .map((cell, i) => (i < words ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ')
      .trimEnd(),
  );
  const rule = '─'.repeat(Math.max(...lines.map((line) => line.length)));
  return [lines[0], rule, ...lines.slice(1), rule, ...totalsText(totals)].join('\n');
}

/** All layers together: what they hold, what they do for one image. */
export function totalsText(totals: DescriptionTotals): [string, string] {
  const kept = totals.parameters - totals.trainable;
  const fixed = kept > 0 ? `, dont ${grouped(kept)} non appris` : '';
  return [
    `${grouped(totals.parameters)} paramètres${fixed}, soit ${memory(totals.weightBytes)}`,
    `pour une image\u00a0: ${grouped(totals.macs)} MAC, ${memory(totals.activationBytes)} d’activations`,
  ];
}

/** A layer's cells, one a column. */
export function cells(row: DescriptionRow): string[] {
  const [field, stride] = fieldCells(row.receptiveField);
  return [
    row.name,
    row.type,
    shapeCode(row.outputShape),
    grouped(row.parameters),
    grouped(row.macs),
    field,
    stride,
    memory(row.activationBytes),
  ];
}

function fieldCells(field: ReceptiveField): [string, string] {
  if (field === 'image') return ['image', '-'];
  const sides = ([height, width]: [number, number]): string =>
    height === width ? String(height) : `${height}\u00a0×\u00a0${width}`;
  return [sides(field.size), sides(field.stride)];
}

/** « 138 357 544 », its spaces no-break. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}

/** In kilobytes or megabytes of 1,000 and 1,000,000 bytes. */
export function memory(bytes: number): string {
  if (bytes < 100) return `${bytes}\u00a0octets`;
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'ko'] : [bytes / 1e6, 'Mo'];
  return `${size.toFixed(1).replace('.', ',')}\u00a0${unit}`;
}
