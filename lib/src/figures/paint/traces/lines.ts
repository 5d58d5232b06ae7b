import type { PlotlyObject } from '../../plotly-object';
import { hairline, ink } from '../colours';
import type { GridPlace } from '../grid';

/** x and y in pixels. */
export type Point = readonly [number, number];

/** A broken line through some points. */
export function lineTrace(points: readonly Point[], colour: string, width: number): PlotlyObject {
  return {
    type: 'scatter',
    mode: 'lines',
    x: points.map(([x]) => x),
    y: points.map(([, y]) => y),
    line: { color: colour, width },
    cliponaxis: false,
  };
}

/** A filled polygon. */
export function polygonTrace(points: readonly Point[], fill: string, edge = ink): PlotlyObject {
  return {
    type: 'scatter',
    mode: 'lines',
    x: [...points, points[0]].map((point) => point?.[0]),
    y: [...points, points[0]].map((point) => point?.[1]),
    fill: 'toself',
    fillcolor: fill,
    line: { color: edge, width: 1 },
  };
}

/** Filled polygons of one colour, in one trace: frames may change how many there are. */
export function polygonsTrace(
  polygons: readonly (readonly Point[])[],
  fill: string,
  edge = ink,
): PlotlyObject {
  const rings = polygons.flatMap((points) => [
    ...points,
    points[0] as Point,
    [null, null] as const,
  ]);
  return {
    type: 'scatter',
    mode: 'lines',
    x: rings.map(([x]) => x),
    y: rings.map(([, y]) => y),
    fill: 'toself',
    fillcolor: fill,
    line: { color: edge, width: 1 },
    hoverinfo: 'skip',
    showlegend: false,
  };
}

/** An arrow in any direction: its shaft and its head. */
export function arrowTraces(from: Point, to: Point, colour: string): [PlotlyObject, PlotlyObject] {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const wing = (turn: number): Point => [
    to[0] - 9 * Math.cos(angle + turn),
    to[1] - 9 * Math.sin(angle + turn),
  ];
  return [
    lineTrace([from, to], colour, 2),
    polygonTrace([to, wing(0.45), wing(-0.45)], colour, colour),
  ];
}

/** The rules between empty cells. */
export function rulesTrace(grid: GridPlace & { rows: number; columns: number }): PlotlyObject {
  const { x, y, cell, rows, columns } = grid;
  const lines: (Point | [null, null])[] = [];
  for (let row = 0; row <= rows; row++) {
    lines.push([x, y + row * cell], [x + columns * cell, y + row * cell], [null, null]);
  }
  for (let column = 0; column <= columns; column++) {
    lines.push([x + column * cell, y], [x + column * cell, y + rows * cell], [null, null]);
  }
  return {
    type: 'scatter',
    mode: 'lines',
    x: lines.map((point) => point[0]),
    y: lines.map((point) => point[1]),
    line: { color: hairline, width: 1 },
  };
}
