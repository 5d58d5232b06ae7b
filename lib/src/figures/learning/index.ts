/** Figures of how a network learns: loss, gradient, epochs, tests. */
export * from './log-loss-curve';
export * from './label-table';
export * from './prediction-bars';
export * from './epoch-ruler';
export * from './loss-surface';
export * from './computation-graph/computation-graph';
export * from './gradient-errors';
export * from './training-loop';
export * from './learning-curves';
export * from './confusion-matrix';
export * from './prediction-gallery';
export type { Course, Within } from './curve-panels';
