import { Figure } from '../figure';
import type { PlotlyObject } from '../plotly-object';
import { axisTitles, chartAxes, type ChartAxis } from './chart';
import { ink } from './colours';
import type { Box, Grid, GridPlace } from './grid';
import { sheetLayout } from './sheet-layout';
import { cellLabels, cellsTrace } from './traces/cells';
import { arrowTraces, lineTrace, polygonTrace, rulesTrace, type Point } from './traces/lines';
import { outlineTraces } from './traces/outline';
import { wordsTrace, type Label } from './traces/words';

/** The widest sheet, in pixels: what JupyterLab shows of an output in a window of 1280. */
export const sheetWidth = 840;

/**
 * A sheet of paper measured in pixels, on which figures draw cells, words and lines; it becomes a
 * plotly figure. One pair of axes, x and y, spans the sheet (y downwards), so that every part is
 * an ordinary trace, frames only change data, and the picture without a browser needs no measuring.
 */
export class Board {
  readonly traces: PlotlyObject[] = [];
  private readonly images: PlotlyObject[] = [];
  private readonly axes: PlotlyObject = {};
  private axisCount = 1;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {}

  /** Adds a trace as it is. Returns its index, by which frames change it. */
  add(trace: PlotlyObject): number {
    return this.traces.push({ hoverinfo: 'skip', showlegend: false, ...trace }) - 1;
  }

  /** Cells in colours; the mouse says row, column and value. */
  cells(grid: Grid): void {
    this.add(cellsTrace(grid));
  }

  /** Cells in colours with their numbers on them, dark or light as the cell wants. */
  numberedCells(grid: Grid): void {
    this.cells(grid);
    this.words(cellLabels(grid));
  }

  /** The empty cells of a result that is not there yet. */
  ruledCells(grid: GridPlace & { rows: number; columns: number }): void {
    this.add(rulesTrace(grid));
  }

  words(labels: readonly Label[]): void {
    this.add(wordsTrace(labels));
  }

  /** A frame round a box, see `outlineTraces`. */
  outline(box: Box): void {
    for (const trace of outlineTraces(box)) this.add(trace);
  }

  line(points: readonly Point[], colour = ink, width = 1.5): void {
    this.add(lineTrace(points, colour, width));
  }

  /** A filled polygon. */
  polygon(points: readonly Point[], fill: string, edge = ink): void {
    this.add(polygonTrace(points, fill, edge));
  }

  arrow(from: Point, to: Point, colour = ink): void {
    for (const trace of arrowTraces(from, to, colour)) this.add(trace);
  }

  /** A picture, as a `data:` address, stretched over a box. */
  picture(box: Box, source: string): void {
    this.images.push(pictureOn(box, source));
  }

  /**
   * Axes of their own inside a box, for curves and bars.
   *
   * @returns the ids that traces name: `{ xaxis: 'x2', yaxis: 'y2' }`
   */
  chart(box: Box, axes: { x?: ChartAxis; y?: ChartAxis }): { xaxis: string; yaxis: string } {
    this.axisCount += 1;
    const n = this.axisCount;
    Object.assign(this.axes, chartAxes(n, box, this, axes));
    this.words(axisTitles(box, axes));
    return { xaxis: `x${n}`, yaxis: `y${n}` };
  }

  /**
   * The finished figure. `controls` are the layout's sliders and menus; they need frames, and room
   * below the drawing: `controlsHeight` pixels, by default enough for a slider.
   */
  figure(parts: {
    alt: string;
    frames?: PlotlyObject[];
    controls?: PlotlyObject;
    controlsHeight?: number;
    still?: Board;
  }): Figure {
    const { alt, frames, controls, controlsHeight, still } = parts;
    return new Figure({
      data: this.traces,
      layout: this.layout(controls, controlsHeight),
      alt,
      ...(frames === undefined ? {} : { frames }),
      ...(still === undefined ? {} : { still: { data: still.traces, layout: still.layout() } }),
    });
  }

  private layout(controls?: PlotlyObject, controlsHeight?: number): PlotlyObject {
    const { width, height, axes, images } = this;
    return sheetLayout({ width, height, axes, images }, controls, controlsHeight);
  }
}

/** A picture on the sheet in plotly's words: what a frame's `layout.images` holds. */
export function pictureOn(box: Box, source: string): PlotlyObject {
  return {
    source,
    layer: 'below',
    xref: 'x',
    yref: 'y',
    x: box.x,
    y: box.y,
    sizex: box.width,
    sizey: box.height,
    sizing: 'stretch',
  };
}
