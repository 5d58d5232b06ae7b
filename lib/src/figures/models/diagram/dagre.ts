/** The little of dagre that the layout uses; its own types are of an ES module, which CommonJS cannot name. */
interface Dagre {
  Graph: new () => DagreGraph;
  layout: (graph: DagreGraph, options: { disableOptimalOrderHeuristic: boolean }) => void;
}

/** A graph before and after its layout: of a box the middle, of an edge its bends. */
export interface DagreGraph {
  setGraph(label: Record<string, string | number>): void;
  setNode(name: string, size: { width: number; height: number }): void;
  setEdge(from: string, to: string, label: { weight?: number }): void;
  hasNode(name: string): boolean;
  node(name: string): { x: number; y: number; width: number; height: number };
  edge(ends: { v: string; w: string }): { points?: { x: number; y: number }[] };
  nodes(): string[];
  edges(): { v: string; w: string }[];
}

/** Loaded only where a diagram is drawn. */
export function loadDagre(): Dagre {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would want its types
  return require('@dagrejs/dagre') as Dagre;
}
