import type { PlotlyObject } from '../../plotly-object';
import { fontFamily, ink } from '../colours';

/** A word on the board. `x` and `y` say where its anchor is. */
export interface Label {
  x: number;
  y: number;
  text: string;
  size?: number;
  colour?: string;
  /** Where the text lies as seen from its point. */
  align?: 'left' | 'centre' | 'right';
}

const position = { left: 'middle right', centre: 'middle center', right: 'middle left' };

/** Words, each at its place, in one trace. */
export function wordsTrace(labels: readonly Label[]): PlotlyObject {
  return {
    type: 'scatter',
    mode: 'text',
    x: labels.map((label) => label.x),
    y: labels.map((label) => label.y),
    text: labels.map((label) => label.text),
    textposition: labels.map((label) => position[label.align ?? 'centre']),
    textfont: {
      size: labels.map((label) => label.size ?? 14),
      color: labels.map((label) => label.colour ?? ink),
      family: fontFamily,
    },
    cliponaxis: false,
    hoverinfo: 'skip',
    showlegend: false,
  };
}
