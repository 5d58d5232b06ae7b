import type { PlotlyObject } from '../plotly-object';
import { fontFamily, ink, paper } from './colours';

/** The room under the drawing that slider and buttons need, in pixels. */
const sliderRoom = 104;

/**
 * The plotly layout of a sheet measured in pixels, y downwards.
 *
 * @param sheet.axes entries for further pairs of axes, see `chartAxes`
 * @param sheet.images pictures on the sheet, in plotly's words
 * @param controls sliders and menus, see `sliderOver`; they get room of their own below
 * @param controlsHeight how much of it, in pixels
 */
export function sheetLayout(
  sheet: { width: number; height: number; axes: PlotlyObject; images: PlotlyObject[] },
  controls?: PlotlyObject,
  controlsHeight = sliderRoom,
): PlotlyObject {
  const { width, height, axes, images } = sheet;
  const below = controls === undefined ? 0 : controlsHeight;
  return {
    width,
    height: height + below,
    // Fixed margins: plotly must not move the drawing to make room for a slider.
    margin: { l: 0, r: 0, t: 0, b: below, autoexpand: false },
    paper_bgcolor: paper,
    plot_bgcolor: 'rgba(0,0,0,0)',
    font: { family: fontFamily, size: 14, color: ink },
    showlegend: false,
    separators: ',\u00a0',
    hovermode: 'closest',
    dragmode: false,
    barmode: 'overlay',
    xaxis: { domain: [0, 1], range: [0, width], visible: false, fixedrange: true },
    yaxis: { domain: [0, 1], range: [height, 0], visible: false, fixedrange: true },
    ...axes,
    images,
    ...controls,
  };
}
