import type { LayersModel } from '../tf/models';
import { buildGraph, type LearningPlan } from './build-graph';
import { CompiledGraph } from './compiled-graph';
import { lossByName, type LossName } from './losses';
import { readLossWeights } from './losses/loss-weights';
import { modelInside } from './model/model-inside';
import type { ModelInside } from './model/tfjs-inside';
import { readLayerRates, type RateOf } from './optimizers/layer-rates';
import {
  optimizerNodes,
  readOptimizer,
  type OptimizerName,
  type OptimizerOptions,
} from './optimizers';
import { GraphSession } from './session/graph-session';
import { nativeTf } from './session/native-tf';
import { UnsupportedError } from './unsupported';

export interface CompileGraphOptions {
  /** By tfjs's names. Left out, the graph only predicts. */
  loss?: LossName;
  /** Of a model with several outputs: what the loss of each counts. Default 1 each. */
  lossWeights?: readonly number[];
  /** Is the output what a softmax will be taken of? Default: unless the model ends in a softmax. */
  fromLogits?: boolean;
  /** Default `'adam'`. */
  optimizer?: OptimizerName | OptimizerOptions;
  /** Factor of the learning rate for each layer that learns, by its name; above 0. Default 1 for all. */
  rateOf?: RateOf;
  /** Draws what dropout layers without a seed of their own drop. Default 1. */
  seed?: number;
}

/**
 * Turns a tfjs model into one TensorFlow graph that predicts, and with a loss learns: a whole training
 * step is one run of it. The graph starts from the model's weights; `copyToModel` brings them back.
 * `dispose` it when it is no longer needed.
 *
 * A layer with `trainable: false` stays as it is: no gradient is computed for it, and batch
 * normalisation uses its moving statistics. It counts what is so when the graph is compiled.
 *
 * A model of several outputs (auxiliary classifiers) learns to give the same targets at each; what it
 * is measured by is its first.
 *
 * @param model sequential or functional, built
 * @throws UnsupportedError that names the first layer or option without translation, or says that
 *   TensorFlow's native library is not in place
 * @throws RangeError when the loss or the optimiser does not exist, or loss weights do not fit
 *
 * @example
 * ```ts
 * const layer = tf.layers.dense({ inputShape: [2], units: 2, activation: 'softmax' });
 * const model = tf.sequential({ layers: [layer] });
 * const graph = await compileGraph(model, { loss: 'sparseCategoricalCrossentropy', optimizer: 'sgd' });
 * const x = tf.tensor2d([[1, 0], [0, 1]]);
 * const y = tf.tensor1d([0, 1], 'int32');
 * const before = graph.train(x, y, { learningRate: 1 }).loss;
 * graph.evaluate(x, y).loss < before; // => true
 * graph.copyToModel();
 * graph.dispose();
 * ```
 */
export async function compileGraph(
  model: LayersModel,
  options: CompileGraphOptions = {},
): Promise<CompiledGraph> {
  const inside = modelInside('traduire le réseau en un graphe', model);
  const plan = readPlan(options, inside);
  const tf = nativeTf();
  if (tf === undefined) {
    throw UnsupportedError.notNative();
  }
  const built = buildGraph(inside, plan);
  const session = await GraphSession.start(tf, built.graph);
  const graph = new CompiledGraph(tf, session, built, plan?.optimizer);
  try {
    graph.initialise();
    return graph;
  } catch (error) {
    graph.dispose();
    throw error;
  }
}

function readPlan(options: CompileGraphOptions, model: ModelInside): LearningPlan | undefined {
  const { loss, fromLogits, optimizer = 'adam', seed = 1 } = options;
  if (loss === undefined) return undefined;
  const nodes = optimizerNodes(readOptimizer(optimizer));
  const lossWeights = readLossWeights(options.lossWeights, model.outputs.length);
  const rates = readLayerRates(model, options.rateOf);
  return { loss: lossByName(loss), lossWeights, fromLogits, optimizer: nodes, rates, seed };
}
