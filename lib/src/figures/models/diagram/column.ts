import type { Size } from './measure';

/** Where a thing is: its upper left corner, and how large it is. */
export interface Placed extends Size {
  x: number;
  y: number;
}

export type Point = { x: number; y: number };

/** From a box, or the head of a column, down to another box, or the foot. */
export interface Edge {
  points: Point[];
  from: number | undefined;
  to: number | undefined;
}

/** Pixels between two rows of boxes. */
export const ranksep = 24;

/** Boxes below each other. */
export interface Column extends Size {
  boxes: Placed[];
  edges: Edge[];
  /** Where what comes from above arrives. */
  head: Point | undefined;
  /** Where what goes on leaves: at its lowest edge. */
  foot: Point | undefined;
  /** The box that what goes on comes from, in the column or before it. */
  exit: number | undefined;
}

/** The same column, its leftmost point at 0. */
export function fromLeft(column: Column): Column {
  const { boxes, edges } = column;
  const xs = edges.flatMap(({ points }) => points.map(({ x }) => x));
  const left = Math.min(...xs, ...boxes.map(({ x }) => x));
  const right = Math.max(...xs, ...boxes.map(({ x, width }) => x + width));
  return { ...moved(column, -left, 0), width: right - left };
}

/** The same column elsewhere. */
export function moved(column: Column, x: number, y: number): Column {
  const move = <P extends Point>(point: P): P => ({ ...point, x: point.x + x, y: point.y + y });
  return {
    ...column,
    height: column.height + y,
    head: column.head && move(column.head),
    foot: column.foot && move(column.foot),
    boxes: column.boxes.map(move),
    edges: column.edges.map((edge) => ({ ...edge, points: edge.points.map(move) })),
  };
}
