import { seriesColours } from '../paint/colours';
import type { Label } from '../paint/traces/words';
import type { PlotlyObject } from '../plotly-object';
import { pointsOf, type Curve } from './curves';

export type ViewName = 'value' | 'slope';

/** The two views of the figure: what the button says and what stands above the chart. */
export const views: { view: ViewName; button: string; title: string }[] = [
  { view: 'value', button: 'Valeur', title: 'Valeur f(x)' },
  { view: 'slope', button: 'Dérivée', title: 'Dérivée f′(x), la pente de la courbe' },
];

const dashes = ['solid', 'dash', 'dot', 'longdashdot', 'dashdot', 'longdash'];

function lineStyle(index: number): PlotlyObject {
  return {
    color: seriesColours[index % seriesColours.length],
    dash: dashes[index % dashes.length],
    width: 3,
  };
}

/** One curve in one view. */
export function curveTrace(
  curve: Curve,
  index: number,
  view: ViewName,
  interval: readonly [number, number],
): PlotlyObject {
  return {
    type: 'scatter',
    mode: 'lines',
    name: curve.name,
    ...pointsOf(view === 'value' ? curve.f : curve.slope, interval),
    line: lineStyle(index),
    hoverinfo: 'x+y+name',
  };
}

/** The ends of the y axis for some curves in one view, with a little air. */
export function rangeOfCurves(
  curves: readonly Curve[],
  view: ViewName,
  interval: readonly [number, number],
): [number, number] {
  const ys = curves
    .flatMap((curve) => pointsOf(view === 'value' ? curve.f : curve.slope, interval).y)
    .filter((y): y is number => y !== null && Number.isFinite(y));
  const [low, high] = [Math.min(0, ...ys), Math.max(0, ...ys)];
  const air = Math.max(0.05 * (high - low), 0.1);
  return [low - air, high + air];
}

interface Place {
  x: number;
  y: number;
}

const lineHeight = 30;

/** The samples of the legend's lines, one below the other; `first` is the number of the first curve. */
export function drawLegend({ x, y }: Place, count: number, first = 0): PlotlyObject[] {
  return Array.from({ length: count }, (_, i) => ({
    type: 'scatter',
    mode: 'lines',
    x: [x, x + 44],
    y: [y + i * lineHeight, y + i * lineHeight],
    line: lineStyle(first + i),
    cliponaxis: false,
  }));
}

/** The name behind its sample. */
export function legendLabel({ x, y }: Place, curve: Curve, line: number): Label {
  return { x: x + 52, y: y + line * lineHeight, text: curve.name, size: 14, align: 'left' };
}
