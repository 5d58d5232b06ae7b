import type { Graph } from '../build/graph';
import type { Value } from '../build/value';
import type { Variable } from '../model/variables';

/** How weights are changed. What a number is left out of, is as in tfjs. */
export type OptimizerOptions =
  | { name: 'sgd'; weightDecay?: number }
  | { name: 'momentum'; momentum?: number; nesterov?: boolean; weightDecay?: number }
  | { name: 'adam'; beta1?: number; beta2?: number; epsilon?: number; weightDecay?: number };

/** An optimiser that the graph knows. */
export type OptimizerName = OptimizerOptions['name'];

/** An optimiser as a part of the graph. */
export interface Optimizer {
  /** What it keeps for each weight, beside it: running means. All start at 0. */
  readonly slots: readonly string[];
  /**
   * The numbers that differ from step to step, as the graph is fed them.
   *
   * @param iteration of the optimiser, from 1
   */
  feed(learningRate: number, iteration: number): number[];
  /** Adds the node that changes one weight. `fed`: a scalar for each number of `feed`. */
  apply(graph: Graph, update: Update): Value;
}

export interface Update {
  variable: Variable;
  slots: readonly Variable[];
  gradient: Value;
  fed: readonly Value[];
  after: readonly Value[];
}
