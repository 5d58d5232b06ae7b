import type { PlotlyObject } from '../../plotly-object';
import { accent, paper } from '../colours';
import type { Box } from '../grid';

/**
 * A frame round a box, in the accent colour on a white halo, so that it shows on any ground.
 * Without a box the two lines are there, for later frames, and show nothing.
 */
export function outlineTraces(box: Box | undefined): [PlotlyObject, PlotlyObject] {
  return [rectangle(box, 7, paper), rectangle(box, 3.5, accent)];
}

function rectangle(box: Box | undefined, width: number, colour: string): PlotlyObject {
  const { x, y, right, bottom } =
    box === undefined
      ? { x: null, y: null, right: null, bottom: null }
      : { x: box.x, y: box.y, right: box.x + box.width, bottom: box.y + box.height };
  return {
    type: 'scatter',
    mode: 'lines',
    // One side more than a rectangle has: otherwise the first corner stays open.
    x: [x, right, right, x, x, right],
    y: [y, y, bottom, bottom, y, y],
    line: { color: colour, width },
    hoverinfo: 'skip',
    showlegend: false,
  };
}
