import type { Board } from '../../paint/board';
import { accent, ink, paper, seriesColours, softInk } from '../../paint/colours';
import type { Box } from '../../paint/grid';
import type { ChartAxis } from '../../paint/chart';
import { escaped } from '../../paint/svg';
import { columns, type Compared } from './measured';
import { placeLabels } from './place-labels';

const symbols = [
  'circle',
  'square',
  'diamond',
  'triangle-up',
  'pentagon',
  'triangle-down',
  'hexagon',
];

/** Parameters against multiply-adds, both by powers of ten. The mouse says the rest. */
export function drawScatter(board: Board, box: Box, models: readonly Compared[]): void {
  const x = powers(models.map(({ parameters }) => parameters));
  const y = powers(models.map(({ macs }) => macs));
  const axes = board.chart(box, {
    x: logAxis('paramètres', x),
    y: logAxis('MAC pour une image', y),
  });
  const share = (value: number, [low, high]: Range): number =>
    (Math.log10(value) - low) / (high - low);
  const points = models.map((model) => ({
    model,
    x: box.x + share(model.parameters, x) * box.width,
    y: box.y + (1 - share(model.macs, y)) * box.height,
  }));
  const families = [...new Set(models.map(({ family }) => family))];
  for (const family of families) {
    const own = points.filter(({ model }) => model.family === family);
    const look = lookOf(families.indexOf(family), family);
    board.add({
      ...axes,
      type: 'scatter',
      mode: family === undefined ? 'markers' : 'lines+markers',
      x: own.map(({ model }) => model.parameters),
      y: own.map(({ model }) => model.macs),
      line: { color: look.colour, width: 1 },
      marker: {
        symbol: look.symbol,
        size: 10,
        color: look.colour,
        line: { color: paper, width: 1 },
      },
      hoverinfo: 'text',
      hovertext: own.map(({ model }) => hoverText(model)),
      hoverlabel: { bgcolor: paper, bordercolor: softInk, font: { color: ink }, align: 'left' },
    });
  }
  const named = points.map(({ model, ...point }) => ({ ...point, name: shortName(model) }));
  const { labels, leaders } = placeLabels(named, box);
  for (const leader of leaders) board.line(leader, softInk, 0.8);
  board.words(labels);
}

type Range = [low: number, high: number];

/** Powers of ten around some values, with some room. */
function powers(values: readonly number[]): Range {
  const logs = values.map(Math.log10);
  return [Math.min(...logs) - 0.25, Math.max(...logs) + 0.35];
}

function logAxis(title: string, range: Range): ChartAxis {
  const ticks = Array.from({ length: 13 }, (_, power) => power).filter((power) => power >= range[0] && power <= range[1]); // prettier-ignore
  return {
    type: 'log',
    title,
    range,
    tickvals: ticks.map((power) => 10 ** power),
    ticktext: ticks.map(powerText),
  };
}

/** « 10 millions ». */
function powerText(power: number): string {
  const [unit, at] = power >= 9 ? ['milliard', 9] : power >= 6 ? ['million', 6] : power >= 3 ? ['millier', 3] : ['', 0]; // prettier-ignore
  const count = 10 ** (power - at);
  return `${count}${unit === '' ? '' : `\u00a0${unit}${count > 1 ? 's' : ''}`}`;
}

function lookOf(index: number, family: string | undefined): { colour: string; symbol: string } {
  if (family === undefined) return { colour: accent, symbol: 'star' };
  return {
    colour: seriesColours[index % seriesColours.length]!,
    symbol: symbols[index % symbols.length]!,
  };
}

/** Where a line joins the family, « B3 » is enough but for the first of them. */
function shortName({ name, family }: Compared): string {
  const rest = family === undefined ? name : name.replace(`${family}-`, '');
  return rest === name || /0$/.test(rest) || family !== 'EfficientNet' ? name : rest;
}

function hoverText(model: Compared): string {
  const lines = columns.slice(3, 7).map(({ title, cell }) => `${title} : ${cell(model)}`);
  const { name, year, paper: article, top5, input } = model;
  return [
    `<b>${escaped(name)}</b>${year === undefined ? '' : ` (${year})`}, image ${input.join('×')}`,
    ...lines,
    ...(top5 ? [`erreur top-5 : ${columns.at(-1)!.cell(model)} (${top5.source})`] : []),
    ...(article ? [article] : []),
  ].join('<br>');
}
