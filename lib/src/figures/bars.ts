import type { Figure } from './figure';
import { Board } from './paint/board';
import { seriesColours } from './paint/colours';
import { numberText } from './paint/numbers';

/**
 * Amounts as horizontal bars, each with its number.
 *
 * @param values name and amount; above 0 on a logarithmic axis
 * @param options.log true: each line of the axis is ten times the one before
 * @param options.x what the axis counts: « paramètres »
 * @param options.most the most there can be, where the axis ends (100 for shares); not on a logarithmic axis
 */
export function bars(
  values: Record<string, number>,
  options: { title?: string; x?: string; log?: boolean; most?: number } = {},
): Figure {
  const { title = '', x = '', log = false } = options;
  const entries = Object.entries(values);
  const left = 40 + Math.max(...entries.map(([name]) => name.length)) * 8.6;
  const height = entries.length * 46;
  const board = new Board(760, height + 100);
  board.words([{ x: 24, y: 20, text: `<b>${title}</b>`, size: 15, align: 'left' }]);
  const largest = Math.max(...entries.map(([, value]) => value));
  const end = options.most ?? largest * 1.3;
  const xAxis = log
    ? { type: 'log', range: [0, Math.log10(largest) * 1.3], dtick: 1, exponentformat: 'power' }
    : { range: [0, end], exponentformat: 'none', separatethousands: true };
  const suffix = log ? ' (échelle logarithmique)' : '';
  const axes = board.chart(
    { x: left, y: 44, width: (options.most === undefined ? 736 : 680) - left, height },
    {
      x: { ...xAxis, title: `${x}${suffix}` },
      y: { range: [entries.length - 0.5, -0.5], showticklabels: false, ticks: '', showgrid: false },
    },
  );
  const rows = entries.map((_, i) => i);
  const amounts = entries.map(([, value]) => value);
  board.add({
    ...axes,
    type: 'bar',
    orientation: 'h',
    // A logarithm knows no zero: there the bars start at 1.
    base: log ? 1 : 0,
    x: log ? amounts.map((value) => value - 1) : amounts,
    y: rows,
    width: 0.62,
    marker: { color: rows.map((i) => seriesColours[i % seriesColours.length]) },
    hoverinfo: 'text',
    hovertext: entries.map(([name, value]) => `${name} : ${numberText(value)}`),
  });
  board.add({
    ...axes,
    type: 'scatter',
    mode: 'text',
    x: amounts,
    y: rows,
    text: amounts.map((value) => `\u00a0<b>${numberText(value)}</b>`),
    textposition: 'middle right',
    cliponaxis: false,
  });
  board.words(
    entries.map(([name], i) => ({
      x: left - 10,
      y: 44 + (i + 0.5) * 46,
      text: name,
      align: 'right',
    })),
  );
  return board.figure({
    alt: [title, ...entries.map(([name, value]) => `${name} : ${numberText(value)}`)].join('\n'),
  });
}
