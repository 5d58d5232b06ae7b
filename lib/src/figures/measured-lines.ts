import { impossible } from '../errors';
import type { Figure } from './figure';
import { Board } from './paint/board';
import { seriesColours, softInk } from './paint/colours';
import { numberText } from './paint/numbers';

/** What stands on the axes of `measuredLines`. */
export interface MeasuredLinesOptions {
  /** Stands above the lines. */
  title?: string;
  /** Where each value was measured: numbers, or names from left to right. */
  at: readonly number[] | readonly string[];
  /** Title of the horizontal axis. */
  x?: string;
  /** Title of the vertical axis. */
  y?: string;
  /** True: a logarithmic horizontal axis, for numbers above 0. */
  logX?: boolean;
  /** True: a logarithmic vertical axis, for numbers above 0. */
  logY?: boolean;
  /** Ends of the vertical axis; default: what there is. Not on a logarithmic axis. */
  range?: [number, number];
  /** True: a band behind each line, from the lowest run to the highest. */
  bands?: boolean;
}

const dashes = ['solid', 'dash', 'dot', 'dashdot'];
const symbols = ['circle', 'square', 'diamond', 'x'];

/**
 * The same thing measured several times, at several places: a point for each run, and a line through the
 * middle ones (the median), so that what is luck shows beside what is not.
 *
 * @param series name, then a list of runs, each with a number for each place
 * @throws RangeError when a run has not one finite number for each place, or one that a logarithm refuses
 *
 * @example
 * ```ts
 * const runs = { sans: [[0.9, 0.1], [0.8, 0.1]], avec: [[0.9, 0.8]] };
 * measuredLines(runs, { at: [0.01, 0.1], logX: true, x: 'taux' }).alt.split('\n')[1];
 * // => 'sans : 0,85 en 0,01 ; 0,1 en 0,1'
 * ```
 */
export function measuredLines(
  series: Record<string, readonly (readonly number[])[]>,
  options: MeasuredLinesOptions,
): Figure {
  const { title = 'Mesures', at, x = '', y = '', logX = false, logY = false } = options;
  const entries = Object.entries(series);
  for (const [name, runs] of entries) checkRuns(name, runs, at.length, logY);
  const names = at.map((place) => (typeof place === 'number' ? numberText(place, 6) : place));
  const places = at.map((place, i) => (typeof place === 'number' ? place : i));
  const board = new Board(760, 400);
  board.words([{ x: 24, y: 20, text: `<b>${title}</b>`, size: 15, align: 'left' }]);
  const log = { type: 'log', exponentformat: 'power', dtick: 1 };
  const axes = board.chart(
    { x: 84, y: 92, width: 650, height: 236 },
    {
      x: {
        title: logX ? `${x} (échelle logarithmique)` : x,
        ...(logX ? { type: 'log' } : {}),
        ...(logX || typeof at[0] === 'string' ? { tickvals: places, ticktext: names } : {}),
      },
      y: {
        title: logY ? `${y} (échelle logarithmique)` : y,
        ...(logY ? log : options.range === undefined ? {} : { range: options.range }),
      },
    },
  );
  for (const [i, [, runs]] of entries.entries()) {
    if (!options.bands) break;
    const fillcolor = `${seriesColours[i % seriesColours.length]!}26`;
    const ends = [Math.max, Math.min].map((end) => places.map((_, k) => end(...runs.map((run) => run[k]!)))); // prettier-ignore
    const around = { x: [...places, ...places.toReversed()], y: [...ends[0]!, ...ends[1]!.toReversed()] }; // prettier-ignore
    board.add({ type: 'scatter', mode: 'lines', fill: 'toself', fillcolor, line: { width: 0 }, ...axes, ...around }); // prettier-ignore
  }
  let legendX = 84;
  for (const [i, [name, runs]] of entries.entries()) {
    const colour = seriesColours[i % seriesColours.length]!;
    const line = { color: colour, width: 2.5, dash: dashes[i % dashes.length] };
    const marker = { color: colour, size: 7, symbol: symbols[i % symbols.length] };
    const middle = places.map((_, k) => median(runs.map((run) => run[k]!)));
    board.add({ type: 'scatter', mode: 'lines', ...axes, line, x: places, y: middle });
    for (const run of runs) {
      board.add({ type: 'scatter', mode: 'markers', ...axes, marker, name, x: places, y: [...run], hoverinfo: 'x+y+name' }); // prettier-ignore
    }
    const look = { type: 'scatter', mode: 'lines+markers', line, marker };
    board.add({ ...look, x: [legendX, legendX + 18, legendX + 36], y: [50, 50, 50] });
    board.words([{ x: legendX + 44, y: 50, text: name, size: 13, align: 'left' }]);
    legendX += 76 + name.length * 8.4;
  }
  const most = Math.max(...entries.map(([, runs]) => runs.length));
  const note = options.bands
    ? `${most} essais : points ; leur médiane : ligne ; leur étendue : bande`
    : `un point par essai (${most}), la ligne passe par les médianes`;
  const noteY = options.bands ? 74 : 20;
  if (most > 1) board.words([{ x: 736, y: noteY, text: note, size: 12, colour: softInk, align: 'right' }]); // prettier-ignore
  const words = entries.map(([name, runs]) => {
    const values = names.map(
      (place, k) => `${short(median(runs.map((run) => run[k]!)))} en ${place}`,
    );
    return `${name} : ${values.join(' ; ')}`;
  });
  return board.figure({ alt: [title, ...words].join('\n') });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}

/** Three digits that count. */
const short = (value: number): string => {
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return numberText(value, Math.min(digits, 12));
};

function checkRuns(
  name: string,
  runs: readonly (readonly number[])[],
  length: number,
  log: boolean,
): void {
  // prettier-ignore
  const good = (value: number): boolean => Number.isFinite(value) && (!log || value > 0);
  if (runs.length > 0 && runs.every((run) => run.length === length && run.every(good))) return;
  throw new RangeError(
    impossible(
      `dessiner les mesures « ${name} »`,
      `il faut au moins un essai, et pour chacun ${length} nombres finis${log ? ', au-dessus de 0' : ''}, un par position de at`,
      'donnez par exemple { sans: [[0.9, 0.1], [0.8, 0.2]] } avec at: [0.01, 0.1]',
    ),
  );
}
