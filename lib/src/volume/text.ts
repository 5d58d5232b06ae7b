import { shapeText } from '../errors';
import type { Volume } from './volume';

/** Beyond these, rows and columns are left out and `…` says so. */
const mostRows = 12;
const mostColumns = 12;

/**
 * A volume as text: a line that says shape and type, then the numbers of a list or a matrix; of a
 * larger rank only how many numbers, the smallest and the greatest.
 */
export function volumeText(volume: Volume): string {
  const title = `Volume ${shapeText(volume.shape)} (${volume.dtype})`;
  if (volume.rank > 2) return `${title}, ${rangeText(volume)}`;
  const columns = volume.shape[volume.rank - 1] ?? 0;
  const rows = volume.size / columns;
  const shownColumns = Math.min(columns, mostColumns);
  const cells: string[][] = [];
  for (let row = 0; row < Math.min(rows, mostRows); row++) {
    const start = row * columns;
    cells.push(Array.from(volume.data.subarray(start, start + shownColumns), numberText));
  }
  const width = Math.max(...cells.flat().map((cell) => cell.length));
  const end = columns > shownColumns ? ' …' : '';
  const lines = cells.map((line) => `  ${line.map((c) => c.padStart(width)).join(' ')}${end}`);
  if (rows > mostRows) lines.push('  …');
  return [title, ...lines].join('\n');
}

function rangeText(volume: Volume): string {
  let smallest = Infinity;
  let greatest = -Infinity;
  for (const value of volume.data) {
    if (value < smallest) smallest = value;
    if (value > greatest) greatest = value;
  }
  return `${volume.size} nombres de ${numberText(smallest)} à ${numberText(greatest)}`;
}

/** Whole numbers as they are, others with at most four digits behind the point. */
function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(4)));
}
