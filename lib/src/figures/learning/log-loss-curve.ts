import { impossible, valueText } from '../../errors';
import { crossEntropy } from '../../ops/cross-entropy';
import type { Figure } from '../figure';
import { Board } from '../paint/board';
import { accent, seriesColours, softInk } from '../paint/colours';
import { sliderOver } from '../paint/controls';
import { numberText } from '../paint/numbers';
import type { PlotlyObject } from '../plotly-object';

/** Stops of the slider: closer together where the curve is steep. */
const stops = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1];
const highest = 5;

/**
 * The loss of one prediction, -ln q, against the probability q that it gave to the right class. A slider
 * moves a point along the curve.
 *
 * @param marks name and q of points that stay, each above 0 and at most 1
 * @throws RangeError when a q is outside
 *
 * @example
 * ```ts
 * logLossCurve({ 'au début': 0.4 }).alt.split('\n')[1]; // => 'au début : q = 0,4, −ln q = 0,916'
 * ```
 */
export function logLossCurve(marks: Record<string, number> = {}): Figure {
  const board = new Board(760, 400);
  const box = { x: 74, y: 62, width: 660, height: 276 };
  board.words([
    { x: 24, y: 20, text: '<b>La perte : −ln q</b>', size: 15, align: 'left' },
    {
      x: 220,
      y: 20,
      text: 'q = probabilité donnée à la bonne classe',
      colour: softInk,
      align: 'left',
    },
  ]);
  const axes = board.chart(box, {
    x: { title: 'q', range: [0, 1.005], dtick: 0.1 },
    y: { title: '−ln q', range: [-0.08, highest], dtick: 1 },
  });
  const fine = Array.from({ length: 400 }, (_, i) => Math.exp(-highest * (1 - i / 399)));
  board.add({
    ...axes,
    type: 'scatter',
    mode: 'lines',
    x: fine,
    y: fine.map(lossOf),
    line: { color: seriesColours[0], width: 3 },
  });
  const points = Object.entries(marks);
  points.forEach(([name, q], i) => {
    board.add({
      ...axes,
      ...pointTrace(q, `${name} : q = ${numberText(q)}`, i + 1),
      hoverinfo: 'text',
      hovertext: `${name} : −ln ${numberText(q)} = ${numberText(lossOf(q), 3)}`,
    });
  });
  const moving = (q: number): PlotlyObject[] => [
    {
      ...axes,
      type: 'scatter',
      mode: 'lines+markers',
      x: [q, q, 0],
      y: [-0.08, Math.min(highest, lossOf(q)), Math.min(highest, lossOf(q))],
      line: { color: accent, width: 1.5, dash: 'dot' },
      marker: { color: accent, size: [1, 12, 1] },
    },
    {
      ...axes,
      type: 'scatter',
      mode: 'text',
      x: [0.98],
      y: [highest * 0.93],
      text: [`<b>q = ${numberText(q)} : −ln q = ${numberText(lossOf(q), 3)}</b>`],
      textposition: 'middle left',
      textfont: { size: 16, color: accent },
    },
  ];
  const shown = stops.indexOf(0.5);
  const traces = moving(0.5).map((trace) => board.add(trace));
  const labels = stops.map((q) => numberText(q));
  const frames = stops.map((q, i) => ({ name: labels[i], data: moving(q), traces }));
  return board.figure({
    alt: [
      'La perte −ln q selon la probabilité q donnée à la bonne classe',
      ...points.map(([name, q]) => `${name} : ${pointText(q)}`),
      ...stops.map(pointText),
    ].join('\n'),
    frames,
    controls: sliderOver(frames, labels, 'q', { width: board.width, active: shown }),
  });
}

function pointTrace(q: number, text: string, series: number): PlotlyObject {
  return {
    type: 'scatter',
    mode: 'markers+text',
    // The name of a point far right stands above the curve, on an invisible point of its own.
    x: [q, q > 0.6 ? 1 : q],
    y: [lossOf(q), lossOf(q) + (q > 0.6 ? 0.55 : 0.1)],
    marker: {
      size: [13, 0],
      opacity: [1, 0],
      symbol: series % 2 === 1 ? 'diamond' : 'square',
      color: seriesColours[series % seriesColours.length],
      line: { color: '#ffffff', width: 1 },
    },
    text: ['', text],
    textposition: q > 0.6 ? 'middle left' : 'top right',
    cliponaxis: false,
  };
}

function pointText(q: number): string {
  return `q = ${numberText(q)}, −ln q = ${numberText(lossOf(q), 3)}`;
}

/** What `crossEntropy` says of a prediction that gives q to the right class, the rest to another. */
function lossOf(q: number): number {
  if (!(q > 0 && q <= 1)) {
    throw new RangeError(
      impossible(
        'placer un point sur la courbe −ln q',
        `q vaut ${valueText(q)} mais il faut une probabilité supérieure à 0 et au plus 1`,
        'donnez par exemple 0.4',
      ),
    );
  }
  // 0 less 0 is 0, where minus the logarithm of 1 would be -0.
  return crossEntropy([q, 1 - q], 0) + 0;
}
