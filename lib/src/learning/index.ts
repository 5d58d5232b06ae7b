/** How a network learns, in numbers small enough to follow; the figures of learning draw it. */
export { backpropagate, type GraphNode, type NodeNumbers } from './evaluate-graph';
export type { GraphOpName } from './graph-ops';
export * from './gradient-descent';
export * from './difference-errors';
export * from './nearest-product';
