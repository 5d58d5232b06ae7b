import type { Box } from './boxes';
import { loadDagre, type DagreGraph } from './dagre';
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
const nodesep = 16;

export interface Column extends Size {
  boxes: Placed[];
  edges: Edge[];
  /** Where what comes from the column before arrives, and where what goes on leaves. */
  head: Point | undefined;
  foot: Point | undefined;
}

/**
 * The boxes from one place in the list to another, one below the other. Of two ways the longer goes straight
 * down, the other beside it; where more meet, they stand side by side in the model's order.
 */
export function place(
  boxes: readonly Box[],
  sizes: readonly Size[],
  from: number,
  to: number,
): Column {
  const { Graph, layout } = loadDagre();
  const graph = new Graph();
  const most = Math.max(...boxes.slice(from, to).map(({ inputs }) => inputs.length));
  graph.setGraph({
    rankdir: 'TB',
    ranksep,
    nodesep,
    edgesep: 14,
    ...(most > 2 ? {} : { align: 'UL' }),
  });
  const dot = { width: 1, height: 1 };
  if (from > 0) graph.setNode('head', { ...dot });
  for (let i = from; i < to; i++) graph.setNode(String(i), { ...sizes[i]! });
  const passing = boxes.slice(to).flatMap(({ inputs }) => inputs.filter((input) => input < to));
  if (passing.length > 0) {
    graph.setNode('foot', { ...dot });
    graph.setEdge(passing[0]! < from ? 'head' : String(passing[0]), 'foot', {});
  }
  for (const i of leftToRight(boxes, from, to, most)) {
    for (const input of boxes[i]!.inputs) {
      // A branch begins right below what it reads, and waits at its end.
      const weight = boxes[i]!.inputs.length === 1 ? 8 : 1;
      graph.setEdge(input < from ? 'head' : String(input), String(i), { weight });
    }
  }
  layout(graph, { disableOptimalOrderHeuristic: true });
  return read(graph, sizes, from, to);
}

/** dagre goes through the graph in the order in which it is told of the edges. */
function leftToRight(boxes: readonly Box[], from: number, to: number, most: number): number[] {
  const ahead = boxes.map(() => 0);
  for (let i = boxes.length - 1; i >= 0; i--) {
    for (const input of boxes[i]!.inputs) ahead[input] = Math.max(ahead[input]!, ahead[i]! + 1);
  }
  const members = Array.from({ length: to - from }, (_, i) => from + i);
  return members.sort((a, b) =>
    most > 2 ? boxes[a]!.order - boxes[b]!.order : ahead[b]! - ahead[a]! || a - b,
  );
}

/** What dagre has placed, from its left edge on, which bends may overstep. */
function read(graph: DagreGraph, sizes: readonly Size[], from: number, to: number): Column {
  const bands = bandsOf(graph);
  const edges = graph.edges().map(({ v, w }) => ({
    from: v === 'head' ? undefined : Number(v),
    to: w === 'foot' ? undefined : Number(w),
    points: route(graph, v, w, bands),
  }));
  const placed = sizes.slice(from, to).map((size, i): Placed => {
    const { x, y } = graph.node(String(from + i));
    return { ...size, x: x - size.width / 2, y: y - size.height / 2 };
  });
  const xs = edges.flatMap(({ points }) => points.map(({ x }) => x));
  const left = Math.min(...xs, ...placed.map(({ x }) => x));
  const right = Math.max(...xs, ...placed.map(({ x, width }) => x + width));
  const move = <P extends Point>(point: P): P => ({ ...point, x: point.x - left });
  const dot = (name: string) => (graph.hasNode(name) ? move(graph.node(name)) : undefined);
  return {
    width: right - left,
    height: Math.max(...placed.map(({ y, height }) => y + height)),
    head: dot('head'),
    foot: dot('foot'),
    boxes: placed.map(move),
    edges: edges.map((edge) => ({ ...edge, points: edge.points.map(move) })),
  };
}

/** Top and bottom of each row of boxes. */
function bandsOf(graph: DagreGraph): Map<number, [top: number, bottom: number]> {
  const bands = new Map<number, [number, number]>();
  for (const name of graph.nodes()) {
    const { y, height } = graph.node(name);
    const [top, bottom] = bands.get(Math.round(y)) ?? [y, y];
    bands.set(Math.round(y), [Math.min(top, y - height / 2), Math.max(bottom, y + height / 2)]);
  }
  return bands;
}

/** From the bottom of a box to the top of another; straight past the rows in between. */
function route(
  graph: DagreGraph,
  v: string,
  w: string,
  bands: Map<number, [number, number]>,
): Point[] {
  const start = graph.node(v);
  const end = graph.node(w);
  const { points = [] } = graph.edge({ v, w });
  const between = points.slice(1, -1).flatMap(({ x, y }) => {
    const band = bands.get(Math.round(y));
    return band === undefined ? [] : band.map((edge) => ({ x, y: edge }));
  });
  return [
    { x: start.x, y: start.y + start.height / 2 },
    ...between,
    { x: end.x, y: end.y - end.height / 2 },
  ];
}
