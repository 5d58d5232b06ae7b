import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { accent, ink, paper, softInk } from '../paint/colours';
import { buttonsFor } from '../paint/controls';
import { outlineTraces } from '../paint/traces/outline';
import { rulesTrace } from '../paint/traces/lines';
import { wordsTrace } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import {
  drawSquare,
  squarePlacements,
  windowBox,
  type SquarePlacements,
} from './square-placements';

const room = { doing: 'dessiner les pas', mostCells: 24 };
const top = 66;

/**
 * What a stride does: the centres of all windows as dots on the image, the first window framed, and
 * the grid of the output beside it; one button a stride.
 *
 * @param size N, the image is N × N
 * @param window F, the filter is F × F
 * @param options.strides which to compare; 1 and 2 by default
 * @param options.padding zeros on each side of the image, 0 by default
 * @throws RangeError when a number is out of its range, the filter does not fit, or the image has
 *   more than 24 cells a side
 *
 * @example
 * ```ts
 * strideDots(7, 3, { strides: [1, 2, 3] });
 * ```
 */
export function strideDots(
  size: number,
  window: number,
  options: { strides?: readonly number[]; padding?: number } = {},
): Figure {
  const { strides = [1, 2], padding = 0 } = options;
  const views = strides.map((stride) => squarePlacements(size, window, stride, padding, room));
  const side = Math.max(...views.map((view) => view.side));
  const cell = Math.max(10, Math.min(40, Math.floor(300 / side)));
  const width = 24 + side * cell + 80 + Math.max(...views.map(({ count }) => count)) * cell + 24;
  const viewWidth = Math.max(420, width);
  const height = top + side * cell + 16;

  const draw = (board: Board, view: SquarePlacements, left: number, shift: number): void => {
    drawSquare(board, { x: left + 24, y: top + shift, cell }, view);
  };
  const changing = (view: SquarePlacements, shift: number): PlotlyObject[] => {
    const { axis, count } = view;
    const image = { x: 24, y: top + shift, cell };
    const output = { x: 24 + side * cell + 80, y: top + shift, cell };
    const centres = centresOf(view, image);
    const second =
      count > 1 ? outlineTraces(windowBox(image, view, 0, 1)) : outlineTraces(undefined);
    return [
      { ...second[1], line: { color: ink, width: 2, dash: 'dot' } },
      ...outlineTraces(windowBox(image, view, 0, 0)),
      dots(centres),
      { ...rulesTrace({ ...output, rows: count, columns: count }), line: { color: ink, width: 1 } },
      dots(centresOf({ ...view, axis: outputAxis(view) }, output)),
      wordsTrace([
        { x: 24, y: shift + 20, text: `<b>Pas ${axis.stride}</b>`, size: 16, align: 'left' },
        {
          x: 24,
          y: shift + 44,
          text: `${count} × ${count} = ${count * count} fenêtres`,
          size: 13,
          colour: softInk,
          align: 'left',
        },
        { x: output.x, y: shift + 44, text: `Sortie ${count} × ${count}`, size: 13, align: 'left' },
        { x: output.x - 40, y: image.y + (count * cell) / 2, text: '→', size: 20, colour: softInk },
      ]),
    ];
  };
  const board = new Board(viewWidth, height);
  draw(board, views[0] as SquarePlacements, 0, 0);
  const indices = changing(views[0] as SquarePlacements, 0).map((trace) => board.add(trace));
  const frames = views.map((view) => ({
    name: `pas ${view.axis.stride}`,
    data: changing(view, 0),
    traces: indices,
  }));
  const still = new Board(viewWidth, height * views.length);
  for (const [i, view] of views.entries()) {
    draw(still, view, 0, i * height);
    for (const trace of changing(view, i * height)) still.add(trace);
  }
  return board.figure({
    alt: [
      `Fenêtres de ${window} × ${window} sur une image de ${size} × ${size}.`,
      ...views.map(({ axis, count }) => {
        const starts = axis.starts.map((start) => start + 1).join(', ');
        return `Pas ${axis.stride} : départs ${starts} ; sortie ${count} × ${count} ; reste ${axis.rest}`;
      }),
    ].join('\n'),
    frames,
    controls: buttonsFor(
      frames,
      frames.map(({ name }) => name),
    ),
    still,
  });
}

/** The middle of each window, in pixels. */
function centresOf(
  view: SquarePlacements,
  grid: { x: number; y: number; cell: number },
): [number, number][] {
  const indices = view.axis.starts.map((_, i) => i);
  return indices.flatMap((row) =>
    indices.map((column): [number, number] => {
      const { x, y, width, height } = windowBox(grid, view, row, column);
      return [x + width / 2, y + height / 2];
    }),
  );
}

/** The output's own cells, one for each window. */
function outputAxis({ count }: SquarePlacements): SquarePlacements['axis'] {
  const starts = Array.from({ length: count }, (_, i) => i);
  return { size: count, window: 1, stride: 1, before: 0, after: 0, starts, rest: 0 };
}

function dots(points: [number, number][]): PlotlyObject {
  return {
    type: 'scatter',
    mode: 'markers',
    x: points.map(([x]) => x),
    y: points.map(([, y]) => y),
    marker: { color: accent, size: 11, line: { color: paper, width: 1.5 } },
    hoverinfo: 'skip',
    showlegend: false,
  };
}
