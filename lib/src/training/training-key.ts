import type { LossName } from '../graph/losses';
import type { ModelInside } from '../graph/model/tfjs-inside';
import type { OptimizerOptions } from '../graph/optimizers';
import type { LayersModel } from '../tf/models';
import { dataHash } from './data-hash';
import type { CustomLoss } from './engines/eager/eager-loss';
import { networkHash } from './network-hash';
import type { TrainPlan } from './options';
import type { TrainingSets } from './train';

/**
 * What decides how a training goes on, compared when it is taken up again. Free to change are `epochs`,
 * `learningRate`, `earlyStop`, the engine, and what is shown.
 */
export interface TrainingKey {
  /** Of the layers, their options, their weights' shapes and which of them learn. */
  network: string;
  samples: number;
  /** Of all data, those for validation too. */
  data: string;
  batchSize: number;
  seed: number;
  shuffle: boolean;
  loss: string;
  fromLogits: string;
  lossWeights: string;
  optimizer: string;
  metrics: string;
}

/** The key of a training that is about to begin. */
export function trainingKey(
  model: LayersModel,
  sets: TrainingSets,
  { batchSize, seed, shuffle, metrics }: TrainPlan,
  how: {
    loss: LossName | CustomLoss;
    lossWeights: readonly number[];
    fromLogits: boolean | undefined;
    optimizer: OptimizerOptions;
  },
): TrainingKey {
  const { name, ...numbers } = how.optimizer;
  const chosen = Object.entries(numbers).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    network: networkHash(model as unknown as ModelInside),
    samples: sets.train.places.length,
    data: dataHash(sets),
    batchSize,
    seed,
    shuffle,
    loss: typeof how.loss === 'string' ? how.loss : 'une perte écrite par vous',
    fromLogits: String(how.fromLogits ?? 'non précisé'),
    lossWeights: how.lossWeights.join(' '),
    optimizer: [name, ...chosen.map(([option, value]) => `${option}: ${value}`)].join(', '),
    metrics: [...metrics, ...(sets.validation === undefined ? [] : ['validation'])].join(', '),
  };
}
