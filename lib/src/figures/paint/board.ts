import { Figure, type PlotlyObject } from '../figure';
import {
  accent,
  colourAt,
  colourScales,
  hairline,
  ink,
  inkOn,
  paper,
  type ScaleName,
} from './colours';
import { extent, numberText } from './numbers';

/** A place on the board, in pixels from its top left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

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

/** A matrix drawn as coloured cells. */
export interface Grid {
  /** Top left corner, in pixels. */
  x: number;
  y: number;
  /** Side of a cell, in pixels. */
  cell: number;
  /** `null` leaves a cell empty. */
  values: readonly (readonly (number | null)[])[];
  scale?: ScaleName;
  /** Values at the ends of the scale; by default those of the matrix, symmetric for `signed`. */
  range?: [number, number] | undefined;
  /** Says under the mouse what the matrix is: « entrée ». */
  name?: string;
}

/** What a chart's axis is called. */
interface AxisTitle {
  title?: string;
}

/** The room under the drawing that slider and buttons need. */
const controlsHeight = 104;
const fontFamily = "'DejaVu Sans', Verdana, Arial, sans-serif";

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
  cells(grid: Grid): number {
    return this.add(cellsTrace(grid));
  }

  /** Cells in colours with their numbers on them, dark or light as the cell wants. */
  numberedCells(grid: Grid, texts?: readonly (readonly string[])[]): [number, number] {
    const cells = this.cells(grid);
    return [cells, this.words(cellLabels(grid, texts))];
  }

  words(labels: readonly Label[]): number {
    return this.add(wordsTrace(labels));
  }

  /** A frame round a box, in the accent colour on a white halo, so that it shows on any ground. */
  outline(box: Box | undefined): [number, number] {
    return [this.add(outlineTrace(box, 7, paper)), this.add(outlineTrace(box, 3.5, accent))];
  }

  line(points: readonly (readonly [number, number])[], colour = ink, width = 1.5): number {
    return this.add({
      type: 'scatter',
      mode: 'lines',
      x: points.map(([x]) => x),
      y: points.map(([, y]) => y),
      line: { color: colour, width },
      cliponaxis: false,
    });
  }

  /** A filled polygon. */
  polygon(points: readonly (readonly [number, number])[], fill: string, edge = ink): number {
    return this.add({
      type: 'scatter',
      mode: 'lines',
      x: [...points, points[0]].map((point) => point?.[0]),
      y: [...points, points[0]].map((point) => point?.[1]),
      fill: 'toself',
      fillcolor: fill,
      line: { color: edge, width: 1 },
    });
  }

  /** An arrow from left to right or any other way. */
  arrow(from: readonly [number, number], to: readonly [number, number], colour = ink): void {
    const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
    const head = (turn: number): [number, number] => [
      to[0] - 9 * Math.cos(angle + turn),
      to[1] - 9 * Math.sin(angle + turn),
    ];
    this.line([from, to], colour, 2);
    this.polygon([to, head(0.45), head(-0.45)], colour, colour);
  }

  /** The empty cells of a result that is not there yet. */
  ruledCells(grid: { x: number; y: number; cell: number; rows: number; columns: number }): number {
    const { x, y, cell, rows, columns } = grid;
    const lines: ([number, number] | [null, null])[] = [];
    for (let row = 0; row <= rows; row++) {
      lines.push([x, y + row * cell], [x + columns * cell, y + row * cell], [null, null]);
    }
    for (let column = 0; column <= columns; column++) {
      lines.push([x + column * cell, y], [x + column * cell, y + rows * cell], [null, null]);
    }
    return this.add({
      type: 'scatter',
      mode: 'lines',
      x: lines.map((point) => point[0]),
      y: lines.map((point) => point[1]),
      line: { color: hairline, width: 1 },
    });
  }

  /** A picture, as a `data:` address, stretched over a box. */
  picture(box: Box, source: string): void {
    this.images.push({
      source,
      layer: 'below',
      xref: 'x',
      yref: 'y',
      x: box.x,
      y: box.y,
      sizex: box.width,
      sizey: box.height,
      sizing: 'stretch',
    });
  }

  /**
   * Axes of their own inside a box, for curves and bars.
   *
   * @returns the ids that traces name: `{ xaxis: 'x2', yaxis: 'y2' }`
   */
  chart(
    box: Box,
    axes: { x?: PlotlyObject & AxisTitle; y?: PlotlyObject & AxisTitle },
  ): { xaxis: string; yaxis: string } {
    this.axisCount += 1;
    const n = this.axisCount;
    const common = {
      fixedrange: true,
      zeroline: false,
      linecolor: ink,
      gridcolor: '#e3e7eb',
      tickfont: { size: 12, color: ink },
      ticks: 'outside',
      showline: true,
    };
    this.axes[`xaxis${n}`] = {
      ...common,
      domain: [box.x / this.width, (box.x + box.width) / this.width],
      anchor: `y${n}`,
      ...axes.x,
      title: undefined,
    };
    this.axes[`yaxis${n}`] = {
      ...common,
      domain: [1 - (box.y + box.height) / this.height, 1 - box.y / this.height],
      anchor: `x${n}`,
      ...axes.y,
      title: undefined,
    };
    // Without a browser plotly cannot measure tick labels, and would put the titles anywhere.
    this.words([
      {
        x: box.x + box.width / 2,
        y: box.y + box.height + 38,
        text: axes.x?.title ?? '',
        size: 13,
      },
      { x: box.x - 50, y: box.y - 16, text: axes.y?.title ?? '', size: 13, align: 'left' },
    ]);
    return { xaxis: `x${n}`, yaxis: `y${n}` };
  }

  /** The finished figure. `controls` are the layout's sliders and menus; they need frames. */
  figure(parts: {
    alt: string;
    frames?: PlotlyObject[];
    controls?: PlotlyObject;
    still?: Board;
  }): Figure {
    const { alt, frames, controls, still } = parts;
    const layout = this.layout(controls);
    return new Figure({
      data: this.traces,
      layout,
      alt,
      ...(frames === undefined ? {} : { frames }),
      ...(still === undefined ? {} : { still: { data: still.traces, layout: still.layout() } }),
    });
  }

  private layout(controls?: PlotlyObject): PlotlyObject {
    const below = controls === undefined ? 0 : controlsHeight;
    return {
      width: this.width,
      height: this.height + below,
      // Fixed margins: plotly must not move the drawing to make room for a slider.
      margin: { l: 0, r: 0, t: 0, b: below, autoexpand: false },
      paper_bgcolor: paper,
      plot_bgcolor: 'rgba(0,0,0,0)',
      font: { family: fontFamily, size: 14, color: ink },
      showlegend: false,
      hovermode: 'closest',
      dragmode: false,
      barmode: 'overlay',
      xaxis: { domain: [0, 1], range: [0, this.width], visible: false, fixedrange: true },
      yaxis: { domain: [0, 1], range: [this.height, 0], visible: false, fixedrange: true },
      ...this.axes,
      images: this.images,
      ...controls,
    };
  }
}

/** The box that some cells of a grid cover. */
export function cellBox(
  grid: { x: number; y: number; cell: number },
  row: number,
  column: number,
  rows = 1,
  columns = 1,
): Box {
  const { x, y, cell } = grid;
  return {
    x: x + column * cell,
    y: y + row * cell,
    width: columns * cell,
    height: rows * cell,
  };
}

export function cellsTrace(grid: Grid): PlotlyObject {
  const [low, high] = rangeOf(grid);
  const named = grid.name === undefined ? '' : `${grid.name}, `;
  return {
    type: 'heatmap',
    x0: grid.x + grid.cell / 2,
    dx: grid.cell,
    y0: grid.y + grid.cell / 2,
    dy: grid.cell,
    z: grid.values,
    zmin: low,
    zmax: high,
    colorscale: colourScales[scaleOf(grid)],
    showscale: false,
    xgap: grid.cell >= 12 ? 1 : 0,
    ygap: grid.cell >= 12 ? 1 : 0,
    hoverongaps: false,
    hoverinfo: 'text',
    hovertext: grid.values.map((row, rowIndex) =>
      row.map((value, column) =>
        value === null
          ? ''
          : `${named}ligne ${rowIndex + 1}, colonne ${column + 1} : ${numberText(value)}`,
      ),
    ),
  };
}

/** The numbers of a grid, one label a cell, in an ink that reads on the cell's colour. */
export function cellLabels(grid: Grid, texts?: readonly (readonly string[])[]): Label[] {
  const [low, high] = rangeOf(grid);
  const scale = colourScales[scaleOf(grid)];
  return grid.values.flatMap((row, rowIndex) =>
    row.flatMap((value, column) => {
      if (value === null) return [];
      const text = texts?.[rowIndex]?.[column] ?? numberText(value);
      const room = (grid.cell * 1.45) / Math.max(2, text.replace(/<[^>]*>/g, '').length);
      return {
        x: grid.x + (column + 0.5) * grid.cell,
        y: grid.y + (rowIndex + 0.5) * grid.cell,
        text,
        size: Math.min(grid.cell * 0.42, room, 18),
        colour: inkOn(colourAt(scale, high === low ? 0.5 : (value - low) / (high - low))),
      };
    }),
  );
}

export function wordsTrace(labels: readonly Label[]): PlotlyObject {
  const position = { left: 'middle right', centre: 'middle center', right: 'middle left' };
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

export function outlineTrace(box: Box | undefined, width: number, colour: string): PlotlyObject {
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

/** Both lines of an outline, as a frame gives them. */
export function outlineTraces(box: Box | undefined): [PlotlyObject, PlotlyObject] {
  return [outlineTrace(box, 7, paper), outlineTrace(box, 3.5, accent)];
}

function filled(grid: Grid): number[][] {
  return grid.values.map((row) => row.filter((value): value is number => value !== null));
}

function scaleOf(grid: Grid): ScaleName {
  if (grid.scale !== undefined) return grid.scale;
  return extent(filled(grid))[0] < 0 ? 'signed' : 'amount';
}

function rangeOf(grid: Grid): [number, number] {
  if (grid.range !== undefined) return grid.range;
  const [low, high] = extent(filled(grid));
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  if (scaleOf(grid) !== 'signed') return [Math.min(0, low), high];
  const reach = Math.max(Math.abs(low), Math.abs(high), Number.MIN_VALUE);
  return [-reach, reach];
}
