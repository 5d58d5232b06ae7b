import type { Figure } from './figure';
import { Board } from './paint/board';
import { seriesColours } from './paint/colours';
import { listText, numberText } from './paint/numbers';

const symbols = ['circle', 'diamond', 'square', 'cross', 'x', 'triangle-up'];
const lineHeight = 46;

/**
 * Measures that were taken several times: a dot each, and the median as a tick with its number. Unlike
 * a bar it shows how far the measures lie apart.
 *
 * @param measures name and what was measured, at least once
 * @param options.x what the axis counts: « millisecondes »
 *
 * @example
 * ```ts
 * measureStrips({ relu: [20, 22, 31], tanh: [190, 201, 240] }, { x: 'millisecondes' });
 * ```
 */
export function measureStrips(
  measures: Readonly<Record<string, readonly number[]>>,
  options: { title?: string; x?: string } = {},
): Figure {
  const { title = '', x = '' } = options;
  const strips = Object.entries(measures).map(([name, values]) => ({
    name,
    values,
    median: medianOf(values),
  }));
  const left = 40 + Math.max(...strips.map(({ name }) => name.length)) * 8.6;
  const height = strips.length * lineHeight;
  const board = new Board(760, height + 100);
  board.words([{ x: 24, y: 20, text: `<b>${title}</b>`, size: 15, align: 'left' }]);
  const most = Math.max(...strips.flatMap(({ values }) => values));
  const axes = board.chart(
    { x: left, y: 44, width: 736 - left, height },
    {
      x: { range: [0, most * 1.15], title: x },
      y: { range: [strips.length - 0.5, -0.5], showticklabels: false, ticks: '', showgrid: false },
    },
  );
  for (const [row, { name, values, median }] of strips.entries()) {
    const colour = seriesColours[row % seriesColours.length];
    board.add({
      ...axes,
      type: 'scatter',
      mode: 'markers',
      x: [...values],
      y: values.map(() => row),
      marker: { color: colour, size: 9, opacity: 0.7, symbol: symbols[row % symbols.length] },
      hoverinfo: 'x',
    });
    board.add({
      ...axes,
      type: 'scatter',
      mode: 'lines+text',
      x: [median, median],
      y: [row - 0.32, row + 0.32],
      line: { color: colour, width: 3 },
      text: [`<b>${numberText(median, 1)}</b>`, ''],
      textposition: 'middle right',
      cliponaxis: false,
    });
    board.words([{ x: left - 10, y: 44 + (row + 0.5) * lineHeight, text: name, align: 'right' }]);
  }
  return board.figure({
    alt: [
      title,
      ...strips.map(
        ({ name, values, median }) =>
          `${name} : médiane ${numberText(median, 1)}, mesures ${listText([...values].map(round))}`,
      ),
    ].join('\n'),
  });
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}
