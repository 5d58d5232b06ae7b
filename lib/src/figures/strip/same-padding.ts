import type { Figure } from '../figure';
import { axisPlacement, type AxisPlacement } from '../paint/axis-placement';
import { Board } from '../paint/board';
import { softInk } from '../paint/colours';
import { buttonsFor } from '../paint/controls';
import { wordsTrace } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { stripRows, stripSentence, stripTraces } from './strip-traces';

const doing = "dessiner le remplissage 'same'";
const rowHeight = 22;
const headHeight = 56;

/**
 * What the padding `'same'` lays on each side of a strip of cells, as TensorFlow does it, one button
 * a stride: enough zeros for ceil(N / S) windows, and when they are odd, one more on the right.
 *
 * @param size N, cells of the input, at most 24
 * @param window F
 * @param options.strides which strides to show; 1, 2 and 3 by default
 *
 * @example
 * ```ts
 * samePadding(4, 3, { strides: [1, 2] });
 * ```
 */
export function samePadding(
  size: number,
  window: number,
  options: { strides?: readonly number[] } = {},
): Figure {
  const { strides = [1, 2, 3] } = options;
  const views = strides.map((stride) => axisPlacement(size, window, stride, 'same', doing));
  const sides = {
    left: Math.max(...views.map((view) => view.before)),
    right: Math.max(...views.map((view) => view.after)),
  };
  const cell = Math.min(44, Math.floor(700 / (sides.left + size + sides.right)));
  const width = Math.max(520, 48 + cell * (sides.left + size + sides.right));
  const heightOf = (view: AxisPlacement): number => headHeight + stripRows(view) * rowHeight + 24;

  const axesAt = (board: Board, top: number, rows: number): { xaxis: string; yaxis: string } =>
    board.chart(
      {
        x: 24,
        y: top + headHeight,
        width: cell * (sides.left + size + sides.right),
        height: rows * rowHeight,
      },
      {
        x: { visible: false, range: [-sides.left - 0.05, size + sides.right + 0.05] },
        y: { visible: false, range: [rows - 0.6, -0.6] },
      },
    );
  const tracesOf = (
    view: AxisPlacement,
    top: number,
    axes: { xaxis: string; yaxis: string },
  ): PlotlyObject[] => [...stripTraces(view, axes), wordsTrace(head(view, top))];

  const live = new Board(width, Math.max(...views.map(heightOf)));
  const axes = axesAt(live, 0, Math.max(...views.map((view) => stripRows(view))));
  const first = views[0] as AxisPlacement;
  const traces = tracesOf(first, 0, axes).map((trace) => live.add(trace));
  const frames = views.map((view) => ({
    name: `pas ${view.stride}`,
    data: tracesOf(view, 0, axes),
    traces,
  }));
  const still = new Board(
    width,
    views.reduce((sum, view) => sum + heightOf(view), 0),
  );
  let top = 0;
  for (const view of views) {
    const own = axesAt(still, top, stripRows(view));
    for (const trace of tracesOf(view, top, own)) still.add(trace);
    top += heightOf(view);
  }
  return live.figure({
    alt: [
      `Remplissage 'same' d’une entrée de ${size} cases pour un filtre de ${window} cases.`,
      ...views.map((view) => `Pas ${view.stride} : ${stripSentence(view)}`),
    ].join('\n'),
    frames,
    controls: buttonsFor(
      frames,
      frames.map(({ name }) => name),
    ),
    still,
  });
}

function head(view: AxisPlacement, top: number): Parameters<typeof wordsTrace>[0] {
  const { size, stride, before, after, starts } = view;
  return [
    {
      x: 24,
      y: top + 18,
      text: `<b>Pas ${stride}</b> : ⌈${size} / ${stride}⌉ = <b>${starts.length}</b> fenêtres`,
      size: 15,
      align: 'left',
    },
    {
      x: 24,
      y: top + 40,
      text: `zéros : ${before} à gauche, ${after} à droite`,
      size: 13,
      align: 'left',
      colour: softInk,
    },
  ];
}
