import type { Box } from './boxes';
import { fromLeft, ranksep, type Column, type Placed, type Point } from './column';
import { loadDagre, type DagreGraph } from './dagre';
import type { Size } from './measure';

const nodesep = 16;

/**
 * The boxes from one place in the list to another, placed by dagre. Of two ways the longer goes straight
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
  return read(graph, sizes, [from, to], passing[0]);
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
function read(
  graph: DagreGraph,
  sizes: readonly Size[],
  [from, to]: readonly [number, number],
  exit: number | undefined,
): Column {
  const bands = bandsOf(graph);
  const boxes = sizes.slice(from, to).map((size, i): Placed => {
    const { x, y } = graph.node(String(from + i));
    return { ...size, x: x - size.width / 2, y: y - size.height / 2 };
  });
  const height = Math.max(...boxes.map((box) => box.y + box.height));
  const last = exit === undefined ? undefined : boxes[exit - from];
  // What leaves from the lowest box needs no line down to the foot.
  const leaves = last !== undefined && last.y + last.height > height - 1;
  const edges = graph
    .edges()
    .filter(({ w }) => !(leaves && w === 'foot'))
    .map(({ v, w }) => {
      const points = route(graph, v, w, bands);
      if (w === 'foot') points.push({ ...points.at(-1)!, y: height });
      const [start, end] = [
        v === 'head' ? undefined : Number(v),
        w === 'foot' ? undefined : Number(w),
      ];
      return { from: start, to: end, points };
    });
  const dot = (name: string) => (graph.hasNode(name) ? { ...graph.node(name) } : undefined);
  const foot = leaves ? { x: last.x + last.width / 2, y: height } : dot('foot');
  return fromLeft({
    width: 0,
    height,
    boxes,
    edges,
    head: dot('head'),
    foot: foot && { x: foot.x, y: height },
    exit,
  });
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
