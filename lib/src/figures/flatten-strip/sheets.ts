import type { Board } from '../paint/board';
import { softInk } from '../paint/colours';
import { cellBox, type GridPlace } from '../paint/grid';
import { numberText } from '../paint/numbers';
import { boxesTrace } from '../paint/traces/boxes';

/** A pale ground for each channel; its number is written beside, colours alone say nothing to some. */
export const tints = ['#cfe6f5', '#fbdcc4', '#c9ebdf', '#f0d5e4'] as const;

/** Upper edge of the sheets, under the buttons and the titles. */
export const sheetTop = 92;

/** The height of a sheet of cells, in pixels. */
export function sheetHeight([height, width]: readonly [number, number, number]): number {
  return height * cellSide(height, width);
}

/** The block, one sheet a channel, side by side. Returns where each sheet lies. */
export function drawSheets(
  board: Board,
  channels: readonly number[][][],
  width: number,
): GridPlace[] {
  const rows = channels[0]!.length;
  const columns = channels[0]![0]!.length;
  const cell = cellSide(rows, columns);
  const gap = 64;
  const total = channels.length * columns * cell + (channels.length - 1) * gap;
  return channels.map((values, c) => {
    const place = { x: (width - total) / 2 + c * (columns * cell + gap), y: sheetTop, cell };
    const boxes = values.flatMap((row, y) => row.map((_, x) => cellBox(place, y, x)));
    board.add(boxesTrace(boxes, tints[c]!, softInk));
    board.words([
      { x: place.x + (columns * cell) / 2, y: sheetTop - 28, text: `<b>canal ${c}</b>`, size: 14 },
      ...Array.from({ length: columns }, (_, x) => ({
        x: place.x + (x + 0.5) * cell,
        y: sheetTop - 9,
        text: `x=${x}`,
        size: 11,
        colour: softInk,
      })),
      ...values.map((_, y) => ({
        x: place.x - 16,
        y: sheetTop + (y + 0.5) * cell,
        text: `y=${y}`,
        size: 11,
        colour: softInk,
      })),
      ...values.flatMap((row, y) =>
        row.map((value, x) => ({
          x: place.x + (x + 0.5) * cell,
          y: sheetTop + (y + 0.5) * cell,
          text: numberText(value),
          size: Math.min(16, (cell * 1.4) / Math.max(2, numberText(value).length)),
        })),
      ),
    ]);
    return place;
  });
}

function cellSide(rows: number, columns: number): number {
  return Math.max(26, Math.min(48, Math.floor(150 / rows), Math.floor(400 / columns)));
}
