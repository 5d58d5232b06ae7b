import type { AxisPlacement } from '../paint/axis-placement';
import { accent, fontFamily, hairline, ink, paper, softInk } from '../paint/colours';
import type { PlotlyObject } from '../plotly-object';

/** Blue cells of the input; zeros are hatched, windows framed: nothing hangs on the colour alone. */
const inputFill = '#cfe3f5';
const windowFill = '#fbe3ee';
/** From this row on the windows stand one under the other; the strip's own row is row 0. */
const firstWindowRow = 1.25;

/**
 * A strip of cells with its windows under it, on axes of its own: x counts cells (0 is the left edge
 * of the first cell of the input), y counts rows downwards (0 is the middle of the strip).
 *
 * Always the same traces in the same order, so that frames may change them by `stripData`.
 *
 * @param mostRows the windows are drawn flatter when they would take more rows
 */
export function stripTraces(
  placement: AxisPlacement,
  axes: { xaxis: string; yaxis: string },
  mostRows = Infinity,
): PlotlyObject[] {
  const bar = { ...axes, type: 'bar', orientation: 'h' };
  const words = { ...axes, type: 'scatter', mode: 'text', cliponaxis: false };
  const lines = { ...axes, type: 'scatter', mode: 'lines', cliponaxis: false };
  const styles: PlotlyObject[] = [
    { ...bar, width: 0.9, marker: { color: inputFill, line: { color: ink, width: 1.5 } } },
    {
      ...bar,
      width: 0.9,
      marker: {
        color: paper,
        pattern: { shape: '/', size: 6, solidity: 0.4, fgcolor: hairline, bgcolor: paper },
        line: { color: softInk, width: 1 },
      },
    },
    { ...lines, line: { color: paper, width: 1.5 } },
    { ...words, textfont: { size: 12, color: ink, family: fontFamily } },
    { ...bar, marker: { color: windowFill, line: { color: accent, width: 2 } } },
    { ...words, textfont: { size: 11, color: ink, family: fontFamily } },
    { ...lines, line: { color: softInk, width: 1.5, dash: 'dot' } },
    { ...words, textfont: { size: 12, color: softInk, family: fontFamily } },
  ];
  return stripData(placement, mostRows).map((data, i) => ({ ...styles[i], ...data }));
}

/** Rows that a strip takes with all its windows: the height of its axes. */
export function stripRows({ starts, rest }: AxisPlacement, mostRows = Infinity): number {
  return firstWindowRow + Math.min(mostRows, starts.length + (rest > 0 ? 1 : 0));
}

/** What changes in the traces of `stripTraces` from one placement to another. */
export function stripData(placement: AxisPlacement, mostRows = Infinity): PlotlyObject[] {
  const { size, window, before, after, starts } = placement;
  const cells = Array.from({ length: before + size + after }, (_, i) => i - before);
  const isZero = (cell: number): boolean => cell < 0 || cell >= size;
  const zeros = [
    { base: -before, length: before },
    { base: size, length: after },
  ].filter((run) => run.length > 0);
  const rules = cells.filter((cell) => cell > 0 && cell < size);
  const step = Math.min(1, mostRows / (starts.length + 1));
  const rows = starts.map((_, k) => round(firstWindowRow + k * step));
  return [
    { base: [0], x: [size], y: [0] },
    {
      base: zeros.map((run) => run.base),
      x: zeros.map((run) => run.length),
      y: zeros.map(() => 0),
    },
    { x: rules.flatMap((cell) => [cell, cell, null]), y: rules.flatMap(() => [-0.42, 0.42, null]) },
    {
      x: cells.map((cell) => cell + 0.5),
      y: cells.map(() => 0),
      text: cells.map((cell) => (isZero(cell) ? '<b>0</b>' : String(cell + 1))),
    },
    { base: starts, x: starts.map(() => window), y: rows, width: round(0.8 * step) },
    { x: starts.map((start) => start + window / 2), y: rows, text: starts.map((_, k) => k + 1) },
    ...nextWindow(placement, step),
  ];
}

/** The window that would come next but reaches over the end, dotted. */
function nextWindow(placement: AxisPlacement, step: number): PlotlyObject[] {
  const { window, stride, before, starts, rest } = placement;
  const start = starts.length * stride - before;
  const [row, end] = [firstWindowRow + starts.length * step, start + window];
  if (rest === 0)
    return [
      { x: [], y: [] },
      { x: [], y: [], text: [] },
    ];
  const [top, bottom] = [round(row - 0.4 * step), round(row + 0.4 * step)];
  return [
    { x: [start, end, end, start, start], y: [top, top, bottom, bottom, top] },
    { x: [start + window / 2], y: [round(row)], text: ['✕'] },
  ];
}

/** Short numbers: there are hundreds of frames. */
const round = (value: number): number => Math.round(value * 100) / 100;

/** The strip in words: its zeros, its windows by their cells (the input's first is 1), what is left. */
export function stripSentence(placement: AxisPlacement): string {
  const { size, window, before, after, starts, rest } = placement;
  const zeros = before + after === 0 ? '' : `, zéros : ${before} à gauche et ${after} à droite`;
  const places = starts.map((start) =>
    window === 1 ? String(start + 1) : `${start + 1} à ${start + window}`,
  );
  const left = rest === 0 ? 'rien ne reste à droite' : `reste à droite : ${rest}`;
  return `${size} cases${zeros} ; fenêtres : ${starts.length} (cases ${places.join(', ')}) ; ${left}`;
}
