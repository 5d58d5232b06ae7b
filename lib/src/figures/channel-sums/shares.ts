import type { Board } from '../paint/board';
import { ink, paper, seriesColours, softInk } from '../paint/colours';
import { numberText } from '../paint/numbers';
import { columnX, top } from './columns';

/** One bar an output cell: the channels' shares one on the other, below zero the negative ones. */
export function drawShares(
  board: Board,
  partials: number[][][],
  bias: number,
  sum: number[][],
  names: readonly string[],
): void {
  const labels = sum.flatMap((row, y) => row.map((_, x) => `${y + 1},${x + 1}`));
  const shares = partials.map((map, c) => ({ name: names[c] ?? '', values: map.flat() }));
  if (bias !== 0) shares.push({ name: 'biais', values: labels.map(() => bias) });
  const y = top + 236;
  const height = board.height - y - 50;
  const stacks = labels.map((_, cell) => stack(shares.map(({ values }) => values[cell] ?? 0)));
  const high = Math.max(1, ...stacks.map((s) => s.high));
  const low = Math.min(0, ...stacks.map((s) => s.low));
  const axes = board.chart(
    { x: columnX.right + 44, y, width: 284, height },
    {
      x: {
        range: [-0.6, labels.length - 0.4],
        tickvals: labels.map((_, cell) => cell),
        ticktext: labels,
        tickfont: { size: 11 },
        title: 'case de sortie (ligne, colonne)',
        showgrid: false,
      },
      y: { range: [low * 1.1, high * 1.14], zeroline: true, zerolinecolor: ink },
    },
  );
  const pixel = (high * 1.14 - low * 1.1) / height;
  shares.forEach(({ name, values }, i) => {
    const bases = stacks.map((s) => s.bases[i] ?? 0);
    const colour = seriesColours[[1, 2, 0, 3][i] ?? 0] ?? ink;
    board.add({
      ...axes,
      type: 'bar',
      base: bases,
      y: values,
      x: labels.map((_, cell) => cell),
      width: 0.78,
      marker: { color: colour, line: { color: paper, width: 1 } },
      hoverinfo: 'text',
      hovertext: values.map(
        (value, cell) => `${name}, case ${labels[cell]} : ${numberText(value)}`,
      ),
    });
    // The channel's letter in its share, where there is room: colours alone say nothing to some.
    board.add({
      ...axes,
      type: 'scatter',
      mode: 'text',
      x: labels.map((_, cell) => cell),
      y: values.map((value, cell) => (bases[cell] ?? 0) + value / 2),
      text: values.map((value) =>
        Math.abs(value) > 11 * pixel ? `<b>${name.slice(0, 1)}</b>` : '',
      ),
      textfont: { size: 10, color: paper },
    });
  });
  board.add({
    ...axes,
    type: 'scatter',
    mode: 'text',
    x: labels.map((_, cell) => cell),
    y: stacks.map((s) => s.high + 9 * pixel),
    text: sum.flat().map((total) => `<b>${numberText(total)}</b>`),
    textfont: { size: 11 },
    cliponaxis: false,
  });
  const legend = `parts, de bas en haut : ${shares.map(({ name }) => name).join(', ')} ; en gras, la somme`;
  board.words([{ x: columnX.right + 160, y: y - 14, text: legend, size: 11, colour: softInk }]);
}

/** Where each share of a bar begins: positive ones pile up from zero, negative ones down from it. */
function stack(shares: readonly number[]): { bases: number[]; high: number; low: number } {
  let high = 0;
  let low = 0;
  const bases = shares.map((share) => {
    const base = share >= 0 ? high : low;
    if (share >= 0) high += share;
    else low += share;
    return base;
  });
  return { bases, high, low };
}
