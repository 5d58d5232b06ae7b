import type { GraphState } from '../../graph/compiled-graph';
import type { Learner } from '../learner';

/** All that a training has learned, as data: the weights, and what the optimiser keeps beside them. */
export type TrainingState = GraphState;

/** A tfjs model that learns, one way or the other. */
export interface Engine extends Learner {
  readonly name: 'graph' | 'eager';
  snapshot(): TrainingState;
  restore(state: unknown): void;
  /** Puts what was learned into the tfjs model. */
  finish(): void;
  /** Frees what the engine holds. The model stays. */
  close(): void;
}
