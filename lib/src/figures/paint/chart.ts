import type { PlotlyObject } from '../plotly-object';
import { ink } from './colours';
import type { Box } from './grid';
import type { Label } from './traces/words';

/** An axis in plotly's words, but for its title, which is plain text. */
export type ChartAxis = PlotlyObject & { title?: string };

const common = {
  fixedrange: true,
  zeroline: false,
  linecolor: ink,
  gridcolor: '#e3e7eb',
  tickfont: { size: 12, color: ink },
  ticks: 'outside',
  showline: true,
};

/** The layout's entries for the `n`th pair of axes, spanning a box of a sheet of a given size. */
export function chartAxes(
  n: number,
  box: Box,
  sheet: { width: number; height: number },
  axes: { x?: ChartAxis; y?: ChartAxis },
): PlotlyObject {
  return {
    [`xaxis${n}`]: {
      ...common,
      domain: [box.x / sheet.width, (box.x + box.width) / sheet.width],
      anchor: `y${n}`,
      ...axes.x,
      title: undefined,
    },
    [`yaxis${n}`]: {
      ...common,
      domain: [1 - (box.y + box.height) / sheet.height, 1 - box.y / sheet.height],
      anchor: `x${n}`,
      ...axes.y,
      title: undefined,
    },
  };
}

/**
 * The titles of a chart's axes, as words on the board: without a browser plotly cannot measure
 * tick labels, and would put its own titles anywhere.
 */
export function axisTitles(box: Box, axes: { x?: ChartAxis; y?: ChartAxis }): Label[] {
  return [
    {
      x: box.x + box.width / 2,
      y: box.y + box.height + 38,
      text: axes.x?.title ?? '',
      size: 13,
    },
    { x: box.x - 50, y: box.y - 16, text: axes.y?.title ?? '', size: 13, align: 'left' },
  ];
}
