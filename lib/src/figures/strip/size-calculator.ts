import { impossible } from '../../errors';
import type { Figure } from '../figure';
import { axisPlacement, type AxisPlacement } from '../paint/axis-placement';
import { Board } from '../paint/board';
import { softInk } from '../paint/colours';
import { wordsTrace } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { linkedSliders, sliderHeight, type SliderChoice } from './linked-sliders';
import { stripData, stripRows, stripSentence, stripTraces } from './strip-traces';

const doing = 'dessiner le calculateur de taille';
const width = 760;
const rowHeight = 24;
/** More windows than this are drawn flatter. */
const mostRows = 9;
/** A strip of more cells, zeros included, is too narrow for its numbers. */
const mostCells = 24;

/**
 * The size of the output along one axis, to be played with: a strip of N cells with P zeros at each
 * end, the windows of F cells that fit in it with stride S, and what is left over. Four sliders.
 *
 * @param size N, which the figure shows first; its slider goes from N - 3 to N + 3
 * @param window F; its slider goes from 1 to 5, or to F
 * @param options.stride S, 1 by default; its slider goes from 1 to 3, or to S
 * @param options.padding P, 0 by default; its slider goes from 0 to 2, or to P
 * @throws RangeError when a number is out of its range, or the strip would have more than 24 cells
 *
 * @example
 * ```ts
 * sizeCalculator(7, 3, { stride: 2 });
 * ```
 */
export function sizeCalculator(
  size: number,
  window: number,
  options: { stride?: number; padding?: number } = {},
): Figure {
  const { stride = 1, padding = 0 } = options;
  const first = axisPlacement(size, window, stride, padding, doing);
  const choices: SliderChoice[] = [
    { name: 'N (entrée)', values: range(Math.max(1, size - 3), size + 3) },
    { name: 'F (filtre)', values: range(1, Math.max(5, window)) },
    { name: 'S (pas)', values: range(1, Math.max(3, stride)) },
    { name: 'P (zéros de chaque côté)', values: range(0, Math.max(2, padding)) },
  ];
  const most = choices.map(({ values }) => Math.max(...values));
  const [mostSize = 1, mostWindow = 1, , mostPadding = 0] = most;
  checkCells(mostSize + 2 * mostPadding, size);
  // A window that does not fit may reach over the last zero, by all but one of its cells.
  const cells: [number, number] = [-mostPadding - 0.1, mostSize + mostPadding + mostWindow - 1];

  const place = (values: readonly number[]): AxisPlacement => {
    const [n = 1, f = 1, s = 1, p = 0] = values;
    return axisPlacement(n, f, s, p, doing);
  };
  const live = sheet(mostRows + 1.25, cells);
  const shown = (axes: Axes): PlotlyObject[] => [
    ...stripTraces(first, axes, mostRows),
    wordsTrace(formula(first, padding)),
  ];
  const traces = shown(live.axes).map((trace) => live.board.add(trace));
  const { frames, sliders } = linkedSliders(
    choices,
    [size, window, stride, padding],
    (values) => {
      const { x, y, text } = wordsTrace(formula(place(values), values[3] ?? 0));
      return [...stripData(place(values), mostRows), { x, y, text }];
    },
    traces,
    width,
  );
  const still = sheet(stripRows(first, mostRows) + 0.25, cells);
  for (const trace of shown(still.axes)) still.board.add(trace);
  return live.board.figure({
    alt: [
      'Calculateur de taille de sortie, le long d’un axe.',
      formulaText(first, padding),
      stripSentence(first),
      'Les curseurs changent N, F, S et P.',
    ].join('\n'),
    frames,
    controls: { sliders },
    controlsHeight: 2 * sliderHeight + 30,
    still: still.board,
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function checkCells(cells: number, size: number): void {
  if (cells <= mostCells) return;
  throw new RangeError(
    impossible(
      doing,
      `la bande aurait jusqu'à ${cells} cases, et au plus ${mostCells} se lisent`,
      `prenez une entrée plus petite ; pour ${size} cases, outputSize donne le nombre`,
    ),
  );
}

interface Axes {
  xaxis: string;
  yaxis: string;
}

/** A board with the axes of a strip: one unit a cell, one a row. */
function sheet(rows: number, cells: [number, number]): { board: Board; axes: Axes } {
  const height = rows * rowHeight;
  const board = new Board(width, 62 + height);
  const axes = board.chart(
    { x: 24, y: 62, width: width - 48, height },
    { x: { visible: false, range: cells }, y: { visible: false, range: [rows - 0.6, -0.6] } },
  );
  return { board, axes };
}

function formula(placement: AxisPlacement, padding: number): Parameters<typeof wordsTrace>[0] {
  const { rest, starts } = placement;
  const cells = rest > 1 ? 'cases restent' : 'case reste';
  const left =
    rest === 0 ? 'rien ne reste' : `${rest} ${cells} à droite : pas de place pour une autre`;
  const [, ...after] = formulaText(placement, padding).split(' ');
  const note = starts.length === 0 ? 'le filtre est plus long que l’entrée' : left;
  return [
    { x: 24, y: 20, text: `<b>O</b> ${after.join(' ')}`, size: 16, align: 'left' },
    { x: 24, y: 44, text: note, size: 13, align: 'left', colour: softInk },
  ];
}

/** « O = ⌊(7 − 3 + 2×0) / 2⌋ + 1 = ⌊2⌋ + 1 = 3 » */
function formulaText({ size, window, stride, starts }: AxisPlacement, padding: number): string {
  if (starts.length === 0) return `O = 0 : aucune fenêtre de ${window} ne tient`;
  const free = size - window + 2 * padding;
  const quotient = `${free} / ${stride}`;
  return `O = ⌊(${size} − ${window} + 2×${padding}) / ${stride}⌋ + 1 = ⌊${quotient}⌋ + 1 = ${starts.length}`;
}
