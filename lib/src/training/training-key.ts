import type { LossName } from '../graph/losses';
import type { ModelInside } from '../graph/model/tfjs-inside';
import type { OptimizerOptions } from '../graph/optimizers';
import { readLayerRates, type RateOf } from '../graph/optimizers/layer-rates';
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
  /** Its options as JSON. */
  augment: string;
  /** The factor of each weight that learns; empty where all are 1. */
  rates: string;
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
  { batchSize, seed, shuffle, augment, metrics }: TrainPlan,
  how: {
    loss: LossName | CustomLoss;
    lossWeights: readonly number[];
    fromLogits: boolean | undefined;
    optimizer: OptimizerOptions;
    rateOf: RateOf | undefined;
  },
): TrainingKey {
  const inside = model as unknown as ModelInside;
  const { name, ...numbers } = how.optimizer;
  const chosen = Object.entries(numbers).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    network: networkHash(inside),
    samples: sets.train.places.length,
    data: dataHash(sets),
    batchSize,
    seed,
    shuffle,
    augment: augment === undefined ? 'aucune' : JSON.stringify(augment.options),
    rates: [...readLayerRates(inside, how.rateOf)]
      .map(([weight, factor]) => `${weight} ${factor}`)
      .join(', '),
    loss: typeof how.loss === 'string' ? how.loss : 'une perte écrite par vous',
    fromLogits: String(how.fromLogits ?? 'non précisé'),
    lossWeights: how.lossWeights.join(' '),
    optimizer: [name, ...chosen.map(([option, value]) => `${option}: ${value}`)].join(', '),
    metrics: [...metrics, ...(sets.validation === undefined ? [] : ['validation'])].join(', '),
  };
}
