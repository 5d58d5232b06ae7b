import { impossible } from '../errors';
import { lossByName, type LossName } from '../graph/losses';
import { readLossWeights } from '../graph/losses/loss-weights';
import { readOptimizer, type OptimizerName, type OptimizerOptions } from '../graph/optimizers';
import type { RateOf } from '../graph/optimizers/layer-rates';
import type { LayersModel } from '../tf/models';
import { checkPlace, readCheckpoint, writeCheckpoint } from './checkpoint';
import type { Dataset } from './dataset';
import { startEngine, type EngineName } from './engines/choose-engine';
import type { CustomLoss } from './engines/eager/eager-loss';
import type { TrainingState } from './engines/engine';
import type { History } from './history';
import { readModelShapes } from './model-shapes';
import { oneAtATime } from './one-at-a-time';
import type { TrainOptions } from './options';
import { prepareTraining } from './prepare';
import { train as run } from './train';
import { trainingKey, type TrainingKey } from './training-key';

export interface TrainModelOptions extends TrainOptions {
  /** Default `'sparseCategoricalCrossentropy'`. One of your own: `(targets, output) => scalar`. */
  loss?: LossName | CustomLoss;
  /** Of a model with several outputs: what the loss of each counts. Default 1 each. */
  lossWeights?: readonly number[];
  /** Is the output what a softmax will be taken of? Default: unless the model ends in a softmax. */
  fromLogits?: boolean;
  /** Default `'adam'`. */
  optimizer?: OptimizerName | OptimizerOptions;
  /**
   * Factor of the learning rate for each layer that learns, by its name: 0.1 takes steps a tenth as long. Above 0: what
   * is to stay is frozen (`trainable: false`). Default 1 for all.
   */
  rateOf?: RateOf;
  /** Default: the graph where it is on offer, else eagerly. Asked for by name, it must be on offer. */
  engine?: EngineName;
  /** A file, written after each epoch, to take the training up again from. */
  checkpoint?: string;
  /**
   * With `checkpoint`: goes on from that file where it is there, with all epochs of `epochs` counted,
   * those of before too. The end is that of a training without interruption. Default false.
   */
  resume?: boolean;
  /**
   * Called after each epoch with how many there have been; the model then holds what it has learned so far,
   * to look at, and keeps that where the training fails later. A promise is waited for.
   */
  afterEpoch?: (epochs: number) => void | Promise<void>;
}

/**
 * Trains a tfjs model to tell classes apart. The model has learned when this returns, interrupted or
 * not; where it throws, with the graph it is as it was before (unless it is the checkpoint that cannot be
 * written: then the model has learned).
 *
 * @param model built, of one input and an output `[batch, classes]`; layers with `trainable: false`
 *   stay. Where it has more outputs, auxiliary classifiers, all learn to give the same classes; loss is
 *   their weighted sum, and the metrics are those of the first
 * @param data `{ images, labels }`, as `loadMnist().train`
 * @returns how it went, as plain data
 * @throws TypeError or RangeError, before the first step, when the data, the options or the checkpoint
 *   do not fit
 * @throws Error when this model is being trained already, or the loss becomes NaN: it says at which step, with which learning rate, what to try
 *
 * @example
 * ```ts
 * const layer = tf.layers.dense({ inputShape: [2], units: 2, activation: 'softmax' });
 * const model = tf.sequential({ layers: [layer] });
 * const data = { inputs: Volume.from([[0, 1], [1, 0]]), labels: [0, 1] };
 * const history = await train(model, data, { epochs: 3, learningRate: 0.1, progress: false });
 * history.metrics['loss'].length; // => 3
 * history.metrics['loss'][2] < history.metrics['loss'][0]; // => true
 * ```
 */
export function train(
  model: LayersModel,
  data: Dataset,
  options: TrainModelOptions = {},
): Promise<History> {
  return oneAtATime(model, () => trainAlone(model, data, options));
}

async function trainAlone(
  model: LayersModel,
  data: Dataset,
  options: TrainModelOptions,
): Promise<History> {
  const { loss = 'sparseCategoricalCrossentropy', fromLogits, engine, checkpoint } = options;
  const { inputShape, classes, outputs } = readModelShapes(model, loss);
  const { sets, plan } = prepareTraining(data, options, inputShape, classes);
  const { seed } = plan;
  if (typeof loss === 'string') lossByName(loss);
  const optimizer = readOptimizer(options.optimizer ?? 'adam');
  const lossWeights = readLossWeights(options.lossWeights, outputs);
  const how = { loss, lossWeights, fromLogits, optimizer, rateOf: options.rateOf };
  // Of use to a checkpoint only, and it looks at all data.
  const key = checkpoint === undefined ? undefined : trainingKey(model, sets, plan, how);
  if (checkpoint !== undefined) await checkPlace(checkpoint);
  const earlier = await readEarlier(options, key);
  const learner = await startEngine(model, classes, { ...how, engine, seed });
  try {
    if (earlier !== undefined) {
      learner.restore(earlier.state);
      plan.initialEpoch = earlier.history.initialEpoch + epochsOf(earlier.history);
    }
    const history = await run(learner, sets, plan, {
      earlier,
      onEpoch: async (history, best) => {
        if (checkpoint !== undefined && key !== undefined) {
          const state = learner.snapshot();
          const saved = best as TrainingState | undefined;
          try {
            await writeCheckpoint(checkpoint, { state, best: saved, history, key });
          } catch (error) {
            // The disk is full, say: what took so long to learn is in the model at least.
            learner.finish();
            throw error;
          }
        }
        if (options.afterEpoch === undefined) return;
        learner.finish();
        await options.afterEpoch(history.initialEpoch + epochsOf(history));
      },
    });
    learner.finish();
    return history;
  } finally {
    learner.close();
  }
}

function readEarlier({ checkpoint, resume = false }: TrainModelOptions, key?: TrainingKey) {
  if (!resume) return undefined;
  if (checkpoint !== undefined && key !== undefined) return readCheckpoint(checkpoint, key);
  throw new TypeError(
    impossible(
      "reprendre l'entraînement",
      'resume est demandé mais checkpoint ne dit pas de quel fichier',
      "donnez par exemple checkpoint: 'lenet.safetensors'",
    ),
  );
}

function epochsOf(history: History): number {
  return history.learningRate.length;
}
