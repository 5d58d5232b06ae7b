import type { PlotlyObject } from '../../plotly-object';
import { paper } from '../colours';
import type { Box } from '../grid';

/** Filled rectangles of one colour, all in one trace. Those without width or height do not show. */
export function boxesTrace(boxes: readonly Box[], fill: string, edge = paper): PlotlyObject {
  const x: (number | null)[] = [];
  const y: (number | null)[] = [];
  for (const box of boxes) {
    const [right, bottom] = [box.x + box.width, box.y + box.height];
    x.push(box.x, right, right, box.x, box.x, null);
    y.push(box.y, box.y, bottom, bottom, box.y, null);
  }
  return {
    type: 'scatter',
    mode: 'lines',
    x,
    y,
    fill: 'toself',
    fillcolor: fill,
    line: { color: edge, width: 1 },
    hoverinfo: 'skip',
    showlegend: false,
  };
}
