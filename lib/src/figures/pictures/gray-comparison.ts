import type { Figure } from '../figure';
import { toMatrix, type ImageInput, type MatrixInput } from '../matrix-input';
import { Board, sheetWidth } from '../paint/board';
import { softInk } from '../paint/colours';
import { drawMatrix, drawScaleBar, sharedRange } from '../paint/matrix-view';
import { numberText } from '../paint/numbers';
import { drawPhoto } from '../paint/photo-view';
import { toPicture } from './picture-input';

const gap = 16;

/**
 * A picture in colours, several grey versions of it, and below each but the first where and by how
 * much it differs from the first: orange lighter, blue darker.
 *
 * @param picture [height, width, 3]
 * @param grays name and grey version, [height, width] each, 0 to 255; two or three
 */
export function grayComparison(picture: ImageInput, grays: Record<string, MatrixInput>): Figure {
  const image = toPicture(picture, "l'image en couleurs");
  const versions = Object.entries(grays).map(([name, gray]) => ({
    name,
    values: toMatrix(gray, name),
  }));
  const base = versions[0]?.values ?? [];
  const baseName = versions[0]?.name ?? '';
  const differences = versions.slice(1).map(({ name, values }) => ({
    name: `${name} − ${baseName}`,
    values: values.map((row, y) => row.map((value, x) => value - (base[y]?.[x] ?? 0))),
  }));
  const [, reach] = sharedRange([...differences.map(({ values }) => values), [[-1]]]);
  const range: [number, number] = [-Math.ceil(reach), Math.ceil(reach)];
  const columns = versions.length + 1;
  const side = Math.floor((sheetWidth - 48 - gap * (columns - 1)) / columns);
  const [rows = 1, width = 1] = image.shape;
  const height = Math.round(Math.min(side * 1.2, (side * rows) / width));
  const board = new Board(sheetWidth, 2 * height + 124);
  const left = (column: number): number => 24 + column * (side + gap);
  const size = { width: side, height };
  drawPhoto(board, { x: left(0), y: 44, ...size }, image);
  board.words([{ x: left(0) + side / 2, y: 22, text: '<b>en couleurs</b>' }]);
  for (const [i, { name, values }] of versions.entries()) {
    const box = { x: left(i + 1), y: 44, ...size };
    drawMatrix(board, box, { values, scale: 'grey', range: [0, 255], name });
    board.words([{ x: box.x + side / 2, y: 22, text: `<b>${name}</b>` }]);
  }
  for (const [i, { name, values }] of differences.entries()) {
    const box = { x: left(i + 2), y: 44 + height + 56, ...size };
    drawMatrix(board, box, { values, scale: 'signed', range, name });
    board.words([
      { x: box.x + side / 2, y: box.y - 34, text: `<b>${name}</b>`, size: 13 },
      { x: box.x + side / 2, y: box.y - 14, text: largestText(values), size: 12, colour: softInk },
    ]);
  }
  const legend = { x: left(0) + (2 * side + gap - 200) / 2, y: 44 + height + 56 + height / 2 };
  board.words([
    { x: legend.x + 100, y: legend.y - 44, text: 'orange : plus clair', size: 12, colour: softInk },
    { x: legend.x + 100, y: legend.y - 24, text: 'bleu : plus sombre', size: 12, colour: softInk },
  ]);
  drawScaleBar(board, legend, 'signed', range);
  return board.figure({
    alt: [
      `Image de ${rows} × ${width} pixels en couleurs et ${versions.length} versions grises`,
      ...versions.map(({ name, values }) => `${name} : niveau moyen ${numberText(mean(values))}`),
      ...differences.map(({ name, values }) => `${name} : ${largestText(values)}`),
    ].join('\n'),
  });
}

/** « écart de −57 à 65 ». */
function largestText(values: number[][]): string {
  const flat = values.flat();
  const low = flat.reduce((least, value) => Math.min(least, value), Infinity);
  const high = flat.reduce((most, value) => Math.max(most, value), -Infinity);
  return `écart de ${numberText(low, 0)} à ${numberText(high, 0)}`;
}

function mean(values: number[][]): number {
  const flat = values.flat();
  return flat.reduce((sum, value) => sum + value, 0) / flat.length;
}
