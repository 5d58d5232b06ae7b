import { impossible, shapeCode, valueText } from '../errors';
import type { LossName } from '../graph/losses';
import { readOptimizer, type OptimizerName, type OptimizerOptions } from '../graph/optimizers';
import type { LayersModel } from '../tf/models';
import { readCheckpoint, writeCheckpoint, type TrainingKey } from './checkpoint';
import type { Dataset } from './dataset';
import { startEngine, type EngineName } from './engines/choose-engine';
import type { CustomLoss } from './engines/eager/eager-loss';
import type { TrainingState } from './engines/engine';
import type { History } from './history';
import type { TrainOptions } from './options';
import { prepareTraining } from './prepare';
import { train as run } from './train';

export interface TrainModelOptions extends TrainOptions {
  /** Default `'sparseCategoricalCrossentropy'`. One of your own: `(targets, output) => scalar`. */
  loss?: LossName | CustomLoss;
  /** Is the output what a softmax will be taken of? Default: unless the model ends in a softmax. */
  fromLogits?: boolean;
  /** Default `'adam'`. */
  optimizer?: OptimizerName | OptimizerOptions;
  /** Default: the graph where it is on offer, else eagerly. Asked for by name, it must be on offer. */
  engine?: EngineName;
  /** A file, written after each epoch, to take the training up again from. */
  checkpoint?: string;
  /**
   * With `checkpoint`: goes on from that file where it is there, with all epochs of `epochs` counted,
   * those of before too. The end is that of a training without interruption. Default false.
   */
  resume?: boolean;
}

/**
 * Trains a tfjs model to tell classes apart. The model has learned when this returns, interrupted or
 * not; where it throws, with the graph it is as it was before.
 *
 * @param model built, one input, one output `[batch, classes]`; layers with `trainable: false` stay
 * @param data `{ images, labels }`, as `loadMnist().train`
 * @returns how it went, as plain data
 * @throws TypeError or RangeError, before the first step, when the data, the options or the checkpoint
 *   do not fit
 * @throws Error when the loss becomes NaN: it says at which step, with which learning rate, what to try
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
export async function train(
  model: LayersModel,
  data: Dataset,
  options: TrainModelOptions = {},
): Promise<History> {
  const { loss = 'sparseCategoricalCrossentropy', fromLogits, engine, checkpoint } = options;
  const { inputShape, classes } = readShapes(model);
  const { sets, plan } = prepareTraining(data, options, inputShape, classes);
  const optimizer = readOptimizer(options.optimizer ?? 'adam');
  const key: TrainingKey = {
    weights: model.countParams(),
    samples: sets.train.places.length,
    batchSize: plan.batchSize,
    seed: plan.seed,
    shuffle: plan.shuffle,
    optimizer: optimizer.name,
    metrics: [...plan.metrics, sets.validation === undefined ? '' : 'validation'].join(' '),
  };
  const earlier = await readEarlier(options, key);
  const { seed } = plan;
  const learner = await startEngine(model, classes, { loss, fromLogits, engine, optimizer, seed });
  try {
    if (earlier !== undefined) {
      learner.restore(earlier.state);
      plan.initialEpoch = earlier.history.initialEpoch + epochsOf(earlier.history);
    }
    const history = await run(learner, sets, plan, {
      earlier,
      onEpoch: async (history, best) => {
        if (checkpoint === undefined) return;
        const state = learner.snapshot();
        const saved = best as TrainingState | undefined;
        await writeCheckpoint(checkpoint, { state, best: saved, history, key });
      },
    });
    learner.finish();
    return history;
  } finally {
    learner.close();
  }
}

function readEarlier({ checkpoint, resume = false }: TrainModelOptions, key: TrainingKey) {
  if (!resume) return undefined;
  if (checkpoint !== undefined) return readCheckpoint(checkpoint, key);
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

function readShapes(model: LayersModel): { inputShape: number[]; classes: number } {
  const doing = "préparer l'entraînement du réseau";
  const [input] = (model as Partial<LayersModel>).inputs ?? [];
  const [output, ...others] = (model as Partial<LayersModel>).outputs ?? [];
  if (input === undefined || output === undefined) {
    throw new TypeError(
      impossible(
        doing,
        `il faut un réseau de tfjs dont la forme d'entrée est connue, mais c'est ${valueText(model)}`,
        'donnez inputShape à sa première couche',
      ),
    );
  }
  const inputShape = input.shape.slice(1);
  const classes = output.shape[1];
  if (inputShape.includes(null) || output.shape.length !== 2 || others.length > 0 || !classes) {
    throw new RangeError(
      impossible(
        doing,
        `sa sortie a la forme ${shapeCode(output.shape.map((n) => n ?? NaN)).replaceAll('NaN', 'libre')} et son entrée ${shapeCode(inputShape.map((n) => n ?? NaN)).replaceAll('NaN', 'libre')}, mais il faut une sortie [lot, classes] et une entrée de taille fixe`,
        'terminez le réseau par flatten et dense, avec une unité par classe',
      ),
    );
  }
  return { inputShape: inputShape as number[], classes };
}
