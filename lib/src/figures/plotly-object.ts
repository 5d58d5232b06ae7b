/** A plain object in plotly's own JSON: a trace, a layout, a frame. */
export type PlotlyObject = Record<string, unknown>;

/** What plotly needs to draw one picture. */
export interface Drawing {
  data: PlotlyObject[];
  /** With `width` and `height` in pixels. */
  layout: PlotlyObject;
}
