import type { Figure } from './figure';
import { Board } from './paint/board';
import { seriesColours } from './paint/colours';
import { listText } from './paint/numbers';
import { textWidth } from './paint/svg';

const dashes = ['solid', 'dash', 'dot', 'dashdot'];
const symbols = ['circle', 'diamond', 'square', 'x'];

/**
 * Curves over the same positions: the grey levels along a row before and after a filter.
 *
 * @param series name and values; each has its own colour, dash and marker
 * @param options.x what the positions are, « colonne »; `y`: what the values are, « niveau de gris »
 * @param options.log true: each line of the vertical axis is ten times the one below
 * @param options.first position of the first value, 0 by default
 */
export function lineProfile(
  series: Record<string, readonly number[]>,
  options: { title?: string; x?: string; y?: string; first?: number; log?: boolean } = {},
): Figure {
  const { title = 'Profil', x = 'position', y = 'valeur', first = 0, log = false } = options;
  const longest = Math.max(...Object.values(series).map((values) => values.length));
  const board = new Board(760, 340);
  board.words([{ x: 24, y: 20, text: `<b>${title}</b>`, size: 15, align: 'left' }]);
  const axes = board.chart(
    { x: 76, y: 66, width: 660, height: 216 },
    {
      x: { title: x, ...(longest <= 12 ? { dtick: 1 } : {}) },
      y: { title: y, ...(log ? { type: 'log', dtick: 1 } : {}) },
    },
  );
  let legendX = 90 + y.length * 9;
  for (const [i, [name, values]] of Object.entries(series).entries()) {
    const colour = seriesColours[i % seriesColours.length] ?? '#000000';
    const dash = dashes[i % dashes.length];
    const marker = { color: colour, size: 7, symbol: symbols[i % symbols.length] };
    const style = {
      type: 'scatter',
      mode: 'lines+markers',
      marker,
      line: { color: colour, width: 2, dash },
    };
    board.add({
      ...style,
      ...axes,
      name,
      x: values.map((_, position) => first + position),
      y: [...values],
      hoverinfo: 'x+y+name',
    });
    board.add({ ...style, x: [legendX, legendX + 20, legendX + 40], y: [50, 50, 50] });
    board.words([{ x: legendX + 46, y: 50, text: name, align: 'left' }]);
    legendX += 70 + textWidth(name, 14);
  }
  return board.figure({
    alt: [title, ...Object.entries(series).map(([name, v]) => `${name} : ${listText(v)}`)].join(
      '\n',
    ),
  });
}
