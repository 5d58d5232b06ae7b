import { createHash } from 'node:crypto';

import type { LossName } from '../graph/losses';
import type { ModelInside } from '../graph/model/tfjs-inside';
import { layersOf, namedWeights } from '../graph/model/weights';
import type { OptimizerOptions } from '../graph/optimizers';
import type { LayersModel } from '../tf/models';
import type { CustomLoss } from './engines/eager/eager-loss';
import type { TrainPlan } from './options';
import type { TrainingSets } from './train';

/** What decides how a training goes on, compared when it is taken up again. */
export interface TrainingKey {
  /** Of the layers, their weights' shapes and which of them learn. */
  network: string;
  samples: number;
  batchSize: number;
  seed: number;
  shuffle: boolean;
  loss: string;
  lossWeights: string;
  optimizer: string;
  metrics: string;
}

/** The key of a training that is about to begin. */
export function trainingKey(
  model: LayersModel,
  { train, validation }: TrainingSets,
  { batchSize, seed, shuffle, metrics }: TrainPlan,
  how: {
    loss: LossName | CustomLoss;
    lossWeights: readonly number[];
    optimizer: OptimizerOptions;
  },
): TrainingKey {
  return {
    network: networkHash(model as unknown as ModelInside),
    samples: train.places.length,
    batchSize,
    seed,
    shuffle,
    loss: typeof how.loss === 'string' ? how.loss : 'une perte écrite par vous',
    lossWeights: how.lossWeights.join(' '),
    optimizer: how.optimizer.name,
    metrics: [...metrics, validation === undefined ? '' : 'validation'].join(' '),
  };
}

/** The same for the same architecture with the same layers frozen, whatever tfjs called them. */
function networkHash(model: ModelInside): string {
  const layers = layersOf(model).map((layer) => layer.getClassName());
  const weights = namedWeights(model).map(({ name, weight, trainable }) => [
    name,
    weight.shape,
    trainable,
  ]);
  return createHash('sha256').update(JSON.stringify({ layers, weights })).digest('hex');
}
