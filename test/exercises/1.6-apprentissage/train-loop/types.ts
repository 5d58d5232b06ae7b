/** What trainLoop takes and gives, as its given cell declares it. */
import { loadReference } from '../../reference';
import type { Vector } from '../parts';

export interface Model {
  weights: readonly number[];
  lossAndGradient: (
    weights: readonly number[],
    input: Vector,
    label: number,
  ) => Promise<{ loss: number; gradient: Vector }>;
}
export interface Examples {
  inputs: Vector[];
  labels: Vector;
}
export interface LoopOptions {
  epochs: number;
  batchSize: number;
  learningRate: number;
  seed: number;
}
export interface Trained {
  weights: Vector;
  losses: Vector;
  steps: number;
}

type Shuffler = (seed: number) => (n: number) => number[];

/** The one that students are given: every answer must draw the same orders. */
export const createShuffler = loadReference('1.6-apprentissage').scope[
  'createShuffler'
] as Shuffler;
