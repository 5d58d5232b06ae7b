import { hairline, ink, paper } from '../paint/colours';
import type { Point } from '../paint/traces/lines';
import type { PlotlyObject } from '../plotly-object';

/** Where the circles of a dense layer lie. */
export interface Nodes {
  input: (i: number) => Point;
  unit: (u: number) => Point;
  /** Of a circle, in pixels. */
  radius: number;
  /** Of the numbers in the circles. */
  textSize: number;
  /** Lower edge of the drawing. */
  bottom: number;
  /** Circles at some points; those that are not lit have a pale edge. */
  circles: (at: readonly Point[], lit: readonly boolean[]) => PlotlyObject;
}

/** Inputs in a column at the left, units at the right, both centred. */
export function placeNodes(inputs: number, units: number, width: number, shift = 0): Nodes {
  const most = Math.max(inputs, units);
  const spacing = Math.min(74, Math.floor(540 / most));
  const radius = Math.min(23, spacing * 0.42);
  const tall = most * spacing;
  const at =
    (count: number, x: number) =>
    (i: number): Point => [x, 16 + tall / 2 + (i - (count - 1) / 2) * spacing + shift];
  return {
    input: at(inputs, width * 0.2),
    unit: at(units, width * 0.72),
    radius,
    textSize: Math.max(10, Math.min(14, radius * 0.72)),
    bottom: 16 + tall + shift,
    circles: (points, lit) => ({
      type: 'scatter',
      mode: 'markers',
      x: points.map(([x]) => x),
      y: points.map(([, y]) => y),
      marker: {
        size: 2 * radius,
        color: paper,
        opacity: 1,
        line: { width: 2, color: lit.map((isLit) => (isLit ? ink : hairline)) },
      },
      cliponaxis: false,
      hoverinfo: 'skip',
      showlegend: false,
    }),
  };
}
