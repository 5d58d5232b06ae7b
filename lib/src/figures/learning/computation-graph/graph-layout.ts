import { sheetWidth } from '../../paint/board';
import type { EvaluatedNode } from '../../../learning/evaluate-graph';

/** Where the middle of a node lies, in pixels. */
export interface NodePlace {
  x: number;
  y: number;
}

export const nodeWidth = 74;
const columnStep = 104;
const rowStep = 104;

/**
 * Places nodes in columns: each right of its arguments; numbers that are given, one column before the
 * first node that uses them, below the line of computation.
 */
export function placeNodes(nodes: readonly EvaluatedNode[]): {
  places: NodePlace[];
  width: number;
  height: number;
} {
  const depth: number[] = [];
  nodes.forEach((node, i) => {
    depth[i] = Math.max(0, ...node.from.map((place) => depth[place]! + 1));
  });
  nodes.forEach((node, i) => {
    if (node.from.length > 0) return;
    const users = nodes.flatMap((other, at) => (other.from.includes(i) ? [depth[at]!] : []));
    if (users.length > 0) depth[i] = Math.min(...users) - 1;
  });
  const columns = Math.max(...depth) + 1;
  const rowsUsed = new Array<number>(columns).fill(0);
  // Operations take the upper rows, so that the line of computation is straight.
  const order = nodes.map((_, i) => i);
  order.sort((a, b) => Number(nodes[a]!.from.length === 0) - Number(nodes[b]!.from.length === 0));
  const step = Math.min(
    columnStep,
    Math.floor((sheetWidth - 20 - nodeWidth) / Math.max(1, columns - 1)),
  );
  const places: NodePlace[] = [];
  for (const i of order) {
    const column = depth[i]!;
    const row = rowsUsed[column]!++;
    places[i] = { x: 16 + nodeWidth / 2 + column * step, y: 112 + row * rowStep };
  }
  return {
    places,
    width: Math.max(560, 32 + nodeWidth + (columns - 1) * step),
    height: 112 + Math.max(...rowsUsed) * rowStep - 20,
  };
}
