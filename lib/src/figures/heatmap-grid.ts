import type { Figure } from './figure';
import { toMatrix, type MatrixInput } from './matrix-input';
import { Board } from './paint/board';
import { softInk, type ScaleName } from './paint/colours';
import { drawMatrix, drawScaleBar, rangeText, sharedRange } from './paint/matrix-view';
import { matrixText } from './paint/numbers';

/** A matrix of more numbers is summed up by its range in the text alternative. */
const mostNumbersInWords = 200;

/**
 * Matrices side by side, each under its title, all on one colour scale so that they compare.
 *
 * @param maps title and matrix, [height, width] each
 * @param options.columns how many stand in a row; at most 4 by default
 * @param options.scale `signed`, `amount` or `grey`; by default signed when a value is negative
 * @param options.range values at the ends of the scale; by default those of all maps together
 *
 * @example
 * ```ts
 * heatmapGrid({ avant: [[0, 1]], après: [[1, -1]] });
 * ```
 */
export function heatmapGrid(
  maps: Record<string, MatrixInput>,
  options: { columns?: number; scale?: ScaleName; range?: [number, number] } = {},
): Figure {
  const named = Object.entries(maps).map(([name, map]) => ({ name, values: toMatrix(map, name) }));
  const range = options.range ?? sharedRange(named.map((map) => map.values));
  const scale = options.scale ?? (range[0] < 0 ? 'signed' : 'amount');
  const columns = Math.min(options.columns ?? 4, named.length);
  const side = Math.min(300, Math.floor((790 - 16 * (columns - 1)) / columns));
  const height = Math.ceil(side * Math.min(1.2, Math.max(...named.map(aspect))));
  const rows = Math.ceil(named.length / columns);
  const board = new Board(
    Math.max(300, 48 + columns * side + (columns - 1) * 16),
    rows * (height + 66) + 60,
  );
  for (const [i, map] of named.entries()) {
    const x = 24 + (i % columns) * (side + 16);
    const y = 40 + Math.floor(i / columns) * (height + 66);
    board.words([
      { x: x + side / 2, y: y - 18, text: `<b>${map.name}</b>`, size: 14 },
      {
        x: x + side / 2,
        y: y + height + 14,
        text: rangeText(map.values),
        size: 12,
        colour: softInk,
      },
    ]);
    drawMatrix(board, { x, y, width: side, height }, { ...map, scale, range });
  }
  drawScaleBar(board, { x: board.width / 2 - 100, y: board.height - 46 }, scale, range);
  return board.figure({ alt: named.map(({ name, values }) => mapText(name, values)).join('\n') });
}

/** A map in words: all its numbers when they are few, its size and range when not. */
export function mapText(name: string, values: number[][]): string {
  const size = `${values.length} × ${values[0]?.length ?? 0}`;
  const numbers = values.length * (values[0]?.length ?? 0);
  if (numbers <= mostNumbersInWords) return `${name} (${size}) : ${matrixText(values)}`;
  return `${name} (${size}) : valeurs ${rangeText(values)}`;
}

function aspect(map: { values: number[][] }): number {
  return map.values.length / (map.values[0]?.length ?? 1);
}
