import { impossible } from '../errors';
import { outputSize } from '../shape/output-size';
import type { Figure } from './figure';
import { Board } from './paint/board';
import { softInk } from './paint/colours';
import { sliderOver } from './paint/controls';
import type { Grid } from './paint/grid';
import { cellLabels, cellsTrace } from './paint/traces/cells';
import { wordsTrace } from './paint/traces/words';
import type { PlotlyObject } from './plotly-object';

const doing = 'dresser la table des tailles de sortie';
/** More rows or columns do not fit a notebook. */
const mostLines = 16;
const left = 150;
const top = 96;
const cell = 46;
const rowHeight = cell;

/**
 * The output size for each input size N (rows) and stride S (columns), by the library's own
 * `outputSize`. A star says that the quotient was no whole number and was rounded down.
 *
 * @param window F, or several of them: one slider position each
 * @param options.sizes the rows, 5 to 12 by default
 * @param options.strides the columns, 1 to 4 by default
 * @param options.padding P zeros on each side, 0 by default
 * @throws RangeError when there are more than 16 rows or columns
 *
 * @example
 * ```ts
 * sizeTable(3, { sizes: [5, 6, 7, 227], strides: [1, 2, 4] });
 * ```
 */
export function sizeTable(
  window: number | readonly number[],
  options: { sizes?: readonly number[]; strides?: readonly number[]; padding?: number } = {},
): Figure {
  const { sizes = [5, 6, 7, 8, 9, 10, 11, 12], strides = [1, 2, 3, 4], padding = 0 } = options;
  const windows = typeof window === 'number' ? [window] : window;
  checkLines(sizes, strides);
  const board = new Board(
    Math.max(520, left + strides.length * cell + 24),
    top + sizes.length * rowHeight + 44,
  );
  board.words([
    { x: left, y: 50, text: '<b>pas S</b>', align: 'left' },
    { x: left - 60, y: top + (sizes.length * rowHeight) / 2, text: '<b>N</b>', align: 'right' },
    ...strides.map((stride, i) => ({ x: left + (i + 0.5) * cell, y: 78, text: String(stride) })),
    ...sizes.map((size, i) => ({
      x: left - 14,
      y: top + (i + 0.5) * rowHeight,
      text: String(size),
      align: 'right' as const,
    })),
    {
      x: 24,
      y: board.height - 20,
      text: '* la division ne tombe pas juste : on arrondit vers le bas',
      size: 12,
      align: 'left',
      colour: softInk,
    },
  ]);
  const changing = (f: number): PlotlyObject[] => {
    const entries = tableOf(f, sizes, strides, padding);
    const grid: Grid = {
      x: left,
      y: top,
      cell,
      values: entries.map((row) => row.map((entry) => entry.size)),
      scale: 'amount',
      name: 'O',
    };
    const texts = entries.map((row) =>
      row.map((entry) => `${entry.size ?? ''}${entry.isExact ? '' : ' *'}`),
    );
    return [
      cellsTrace(grid),
      wordsTrace(cellLabels(grid, texts)),
      wordsTrace([
        {
          x: 24,
          y: 22,
          text: `<b>Taille de sortie O</b> pour F = ${f} et P = ${padding}`,
          size: 15,
          align: 'left',
        },
      ]),
    ];
  };
  const first = windows[0] as number;
  const indices = changing(first).map((trace) => board.add(trace));
  const frames = windows.map((f) => ({ name: String(f), data: changing(f), traces: indices }));
  const controls =
    windows.length < 2
      ? {}
      : { frames, controls: sliderOver(frames, windows.map(String), 'F', { width: board.width }) };
  return board.figure({
    alt: windows
      .flatMap((f) => [
        `Taille de sortie O pour F = ${f} et P = ${padding} (pas ${strides.join(', ')}) :`,
        ...tableOf(f, sizes, strides, padding).map((row, i) => {
          const texts = row.map(({ size, isExact }) => `${size ?? '–'}${isExact ? '' : '*'}`);
          return `N = ${sizes[i]} : ${texts.join(', ')}`;
        }),
      ])
      .join('\n'),
    ...controls,
  });
}

interface Entry {
  /** `null` where the filter does not fit. */
  size: number | null;
  isExact: boolean;
}

function tableOf(
  window: number,
  sizes: readonly number[],
  strides: readonly number[],
  padding: number,
): Entry[][] {
  return sizes.map((size) =>
    strides.map((stride) => {
      const free = size - window + 2 * padding;
      if (free < 0) return { size: null, isExact: true };
      return { size: outputSize(size, window, stride, padding), isExact: free % stride === 0 };
    }),
  );
}

function checkLines(sizes: readonly number[], strides: readonly number[]): void {
  const most = Math.max(sizes.length, strides.length);
  if (most <= mostLines) return;
  throw new RangeError(
    impossible(
      doing,
      `elle aurait ${most} lignes ou colonnes, et au plus ${mostLines} se lisent`,
      'donnez moins de tailles ou de pas',
    ),
  );
}
