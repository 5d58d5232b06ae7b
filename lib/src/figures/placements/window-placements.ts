import type { Padding } from '../../shape/pad-axis';
import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { softInk } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import { cellBox, type Grid } from '../paint/grid';
import { cellLabels, cellsTrace } from '../paint/traces/cells';
import { outlineTraces } from '../paint/traces/outline';
import { wordsTrace } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import {
  drawSquare,
  squarePlacements,
  windowBox,
  type SquarePlacements,
} from './square-placements';

const room = { doing: 'compter les positions du filtre', mostCells: 16 };
/** So many small pictures a side still show their window. */
const mostPictures = 7;
const top = 44;

/**
 * Counts the places of an F × F window on an N × N image: the window moves, and each place gives one
 * cell of the output. The static picture has all places at once, laid out as the output is.
 *
 * @param size N
 * @param window F
 * @param options.stride S, 1 by default
 * @param options.padding zeros around the image, none by default
 * @throws RangeError when a number is out of its range, the window does not fit, or the image has
 *   more than 16 cells a side
 *
 * @example
 * ```ts
 * windowPlacements(7, 3);
 * ```
 */
export function windowPlacements(
  size: number,
  window: number,
  options: { stride?: number; padding?: Padding } = {},
): Figure {
  const { stride = 1, padding = 'valid' } = options;
  const square = squarePlacements(size, window, stride, padding, room);
  const { side, count } = square;
  const cell = Math.max(16, Math.min(44, Math.floor(336 / side)));
  const outCell = Math.min(cell, Math.floor(336 / count));
  const middle = top + (side * cell) / 2;
  const image = { x: 24, y: top, cell };
  const output = { x: 24 + side * cell + 70, y: middle - (count * outCell) / 2, cell: outCell };
  const board = new Board(Math.max(560, output.x + count * outCell + 24), top + side * cell + 46);
  board.words([
    {
      x: 24,
      y: 22,
      text: `<b>Image ${size} × ${size}</b>, fenêtre ${window} × ${window}`,
      align: 'left',
    },
    { x: output.x, y: output.y - 22, text: '<b>Sortie</b>', align: 'left' },
    { x: output.x - 35, y: middle, text: '→', size: 20, colour: softInk },
  ]);
  drawSquare(board, image, square);
  board.ruledCells({ ...output, rows: count, columns: count });

  const all = Array.from({ length: count * count }, (_, k) => k);
  const changing = (k: number): PlotlyObject[] => {
    const [row, column] = [Math.floor(k / count), k % count];
    const counted: Grid = {
      ...output,
      values: rowsOf(count, (index) => (index <= k ? index + 1 : null)),
      scale: 'amount',
      range: [-count * count, 2 * count * count],
      name: 'sortie',
    };
    const place = `position ${k + 1} sur ${all.length} : ligne ${row + 1}, colonne ${column + 1}`;
    return [
      cellsTrace(counted),
      wordsTrace(cellLabels(counted)),
      ...outlineTraces(windowBox(image, square, row, column)),
      ...outlineTraces(cellBox(output, row, column)),
      wordsTrace([{ x: 24, y: top + side * cell + 26, text: place, align: 'left', size: 14 }]),
    ];
  };
  const indices = changing(0).map((trace) => board.add(trace));
  const frames = all.map((k) => ({ name: String(k + 1), data: changing(k), traces: indices }));
  const last = all.length - 1;
  return board.figure({
    alt: [
      `Une fenêtre de ${window} × ${window} sur une image de ${size} × ${size}, pas ${stride}.`,
      `Lignes de départ : ${square.axis.starts.map((start) => start + 1).join(', ')} ; les mêmes colonnes.`,
      `Positions : ${count} × ${count} = ${all.length}.`,
    ].join('\n'),
    frames,
    controls: sliderOver(
      frames,
      all.map((k) => String(k + 1)),
      'Position',
      {
        film: true,
        width: board.width,
      },
    ),
    still: count <= mostPictures ? pictures(square) : lastFrame(board, indices, changing(last)),
  });
}

/** One small picture a place, laid out as the output is. */
function pictures(square: SquarePlacements): Board {
  const { axis, side, count } = square;
  const cell = Math.max(5, Math.min(14, Math.floor(740 / (count * (side + 2)))));
  const step = cell * (side + 2);
  const board = new Board(Math.max(420, 24 + count * step), 52 + count * (step + 12));
  const text = `<b>${count} × ${count} = ${count * count} positions</b> d’une fenêtre ${axis.window} × ${axis.window}`;
  board.words([{ x: 24, y: 22, text, align: 'left' }]);
  for (let k = 0; k < count * count; k++) {
    const [row, column] = [Math.floor(k / count), k % count];
    const grid = { x: 24 + column * step, y: 62 + row * (step + 12), cell };
    drawSquare(board, grid, square);
    board.outline(windowBox(grid, square, row, column));
    board.words([{ x: grid.x, y: grid.y - 9, text: String(k + 1), size: 11, align: 'left' }]);
  }
  return board;
}

function lastFrame(board: Board, indices: number[], traces: PlotlyObject[]): Board {
  const still = new Board(board.width, board.height);
  board.traces.forEach((trace, i) => still.add(traces[indices.indexOf(i)] ?? trace));
  return still;
}

function rowsOf(count: number, value: (index: number) => number | null): (number | null)[][] {
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (__, column) => value(row * count + column)),
  );
}
