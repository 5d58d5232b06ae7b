import type { PlotlyObject } from '../../plotly-object';
import { colourAt, colourScales, inkOn } from '../colours';
import { rangeOf, scaleOf, type Grid } from '../grid';
import { numberText } from '../numbers';
import type { Label } from './words';

/** The cells of a grid in colours; the mouse says row, column and value. */
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
      // Bold letters are an eighth wider.
      const width = grid.cell * (text.startsWith('<b>') ? 1.25 : 1.45);
      const room = width / Math.max(2, text.replace(/<[^>]*>/g, '').length);
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
