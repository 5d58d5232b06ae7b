import type { ScaleName } from './colours';
import { extent } from './numbers';

/** A place on the board, in pixels from its top left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where square cells lie. */
export interface GridPlace {
  /** Top left corner, in pixels. */
  x: number;
  y: number;
  /** Side of a cell, in pixels. */
  cell: number;
}

/** A matrix drawn as coloured cells. */
export interface Grid extends GridPlace {
  /** `null` leaves a cell empty. */
  values: readonly (readonly (number | null)[])[];
  scale?: ScaleName;
  /** Values at the ends of the scale; by default those of the matrix, symmetric for `signed`. */
  range?: [number, number] | undefined;
  /** Says under the mouse what the matrix is: « entrée ». */
  name?: string;
}

/** The box that some cells of a grid cover. */
export function cellBox(
  { x, y, cell }: GridPlace,
  row: number,
  column: number,
  rows = 1,
  columns = 1,
): Box {
  return {
    x: x + column * cell,
    y: y + row * cell,
    width: columns * cell,
    height: rows * cell,
  };
}

/** The way round a box, back to its first corner and one side more, so that no corner stays open. */
export function frameOf({ x, y, width, height }: Box): [number, number][] {
  const [right, bottom] = [x + width, y + height];
  const corners: [number, number][] = [
    [x, y],
    [right, y],
    [right, bottom],
    [x, bottom],
  ];
  return [...corners, [x, y], [right, y]];
}

/** The scale a grid asks for; by default `signed` when a value is negative, else `amount`. */
export function scaleOf(grid: Grid): ScaleName {
  if (grid.scale !== undefined) return grid.scale;
  return extent(filled(grid))[0] < 0 ? 'signed' : 'amount';
}

/** The values at the ends of a grid's scale. */
export function rangeOf(grid: Grid): [number, number] {
  if (grid.range !== undefined) return grid.range;
  const [low, high] = extent(filled(grid));
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  if (scaleOf(grid) !== 'signed') return [Math.min(0, low), high];
  const reach = Math.max(Math.abs(low), Math.abs(high), Number.MIN_VALUE);
  return [-reach, reach];
}

function filled(grid: Grid): number[][] {
  return grid.values.map((row) => row.filter((value): value is number => value !== null));
}
