import type { Figure } from '../figure';
import { toChannels, type ImageInput } from '../matrix-input';
import { Board, sheetWidth } from '../paint/board';
import { sliderOver } from '../paint/controls';
import { cellBox, type Grid } from '../paint/grid';
import { listText, numberText } from '../paint/numbers';
import { outlineTraces } from '../paint/traces/outline';
import { wordsTrace } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';

const letters = ['R', 'V', 'B', 'A'] as const;
/** Numbers of the flat list in a row of the drawing. */
const inRow = 16;

/**
 * Where the numbers of an image lie in the flat list that holds them: pixel by pixel, the channels of
 * a pixel together, `(y * width + x) * channels + c`. A slider goes through the list.
 *
 * @param image [height, width, channels] with 3 or 4 channels, at most 24 pixels
 *
 * @example
 * ```ts
 * flatIndex([[[255, 0, 0, 255], [30, 60, 90, 255]]]);
 * ```
 */
export function flatIndex(image: ImageInput): Figure {
  const planes = toChannels(image);
  const channels = planes.length;
  const [height, width] = [planes[0]?.length ?? 0, planes[0]?.[0]?.length ?? 0];
  const flat = Array.from({ length: height * width * channels }, (_, index) => {
    const { x, y, c } = placeOf(index, width, channels);
    return planes[c]?.[y]?.[x] ?? 0;
  });
  const cell = Math.min(
    44,
    Math.floor((sheetWidth - 48 - 24 * (channels - 1)) / (channels * width)),
  );
  const grids = planes.map((values, c): Grid => ({
    x: 24 + c * (width * cell + 24),
    y: 70,
    cell,
    values,
    scale: 'grey',
    range: [0, 255],
    name: `canal ${letters[c] ?? c}`,
  }));
  const listCell = Math.floor((sheetWidth - 48) / inRow);
  const listTop = 70 + height * cell + 52;
  const rows = Math.ceil(flat.length / inRow);
  const list: Grid = {
    x: 24,
    y: listTop,
    cell: listCell,
    scale: 'grey',
    range: [0, 255],
    name: 'liste',
    values: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: inRow }, (__, column) => flat[row * inRow + column] ?? null),
    ),
  };
  const board = new Board(sheetWidth, listTop + rows * listCell + 24);
  for (const grid of grids) {
    board.numberedCells(grid);
    board.ruledCells({ ...grid, rows: height, columns: width });
  }
  board.numberedCells(list);
  board.ruledCells({ ...list, rows, columns: inRow });
  board.words([
    ...grids.map((grid, c) => ({
      x: grid.x + (width * cell) / 2,
      y: 56,
      text: `<b>canal ${c} (${letters[c] ?? ''})</b>`,
      size: 13,
    })),
    {
      x: 24,
      y: listTop - 14,
      text: `<b>la liste à plat</b>, ${flat.length} nombres`,
      size: 13,
      align: 'left',
    },
  ]);
  const formula = (index: number): string => {
    const { x, y, c } = placeOf(index, width, channels);
    return `pixel x = ${x}, y = ${y}, canal c = ${c} : (${y} × ${width} + ${x}) × ${channels} + ${c} = <b>${index}</b>`;
  };
  const changing = (index: number): PlotlyObject[] => {
    const { x, y, c } = placeOf(index, width, channels);
    return [
      ...outlineTraces(cellBox(grids[c] ?? list, y, x)),
      ...outlineTraces(cellBox(list, Math.floor(index / inRow), index % inRow)),
      wordsTrace([{ x: 24, y: 20, text: formula(index), size: 15, align: 'left' }]),
    ];
  };
  const start = Math.min(flat.length - 1, (width + 1) * channels + 1);
  const traces = changing(start).map((trace) => board.add(trace));
  const labels = flat.map((_, index) => String(index));
  const frames = flat.map((_, index) => ({ name: labels[index], data: changing(index), traces }));
  return board.figure({
    alt: [
      `Image de ${height} × ${width} pixels à ${channels} canaux, rangée dans une liste de ${flat.length} nombres`,
      `Liste : ${listText(flat)}`,
      ...flat.map(
        (value, index) => `${formula(index).replace(/<\/?b>/g, '')}, valeur ${numberText(value)}`,
      ),
    ].join('\n'),
    frames,
    controls: sliderOver(frames, labels, 'Place dans la liste', {
      width: board.width,
      active: start,
    }),
  });
}

function placeOf(
  index: number,
  width: number,
  channels: number,
): { x: number; y: number; c: number } {
  const pixel = Math.floor(index / channels);
  return { x: pixel % width, y: Math.floor(pixel / width), c: index % channels };
}
