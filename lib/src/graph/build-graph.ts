import { addTraining } from './add-training';
import { answer, named } from './build/answer';
import { Graph } from './build/graph';
import type { DType, Shape, Value } from './build/value';
import { checkLogits } from './losses/cross-entropy';
import type { Loss } from './losses/loss';
import { totalLoss } from './losses/total-loss';
import type { ModelInside } from './model/tfjs-inside';
import { ModelTranslation } from './model/translate-model';
import { Variables, type Variable } from './model/variables';
import { Weights } from './model/weights';
import type { LayerRates } from './optimizers/layer-rates';
import type { Optimizer } from './optimizers/optimizer';
import { addPreparation, addStateSignatures } from './state-signatures';
import { Tape } from './tape';
import { UnsupportedError } from './unsupported';

/** How the network is to learn; left out, the graph only predicts. */
export interface LearningPlan {
  loss: Loss;
  /** One for each output of the network. */
  lossWeights: readonly number[];
  fromLogits: boolean | undefined;
  optimizer: Optimizer;
  rates: LayerRates;
  seed: number;
}

/** The graph of a model, not opened yet. */
export interface BuiltGraph {
  graph: Graph;
  weights: Weights;
  variables: readonly Variable[];
  /** Those of the optimiser. */
  slots: readonly Variable[];
  /** What learning rates are multiplied by, each once: a step is fed the optimiser's numbers for each. */
  factors: readonly number[];
  inputShapes: readonly Shape[];
  outputs: number;
  targets: { shape: Shape; dtype: DType } | undefined;
}

/**
 * Builds all that will run: the network twice over the same variables, as it predicts and as it
 * learns, then a signature for each thing one can ask for.
 *
 * @throws UnsupportedError that names the first layer without translation
 */
export function buildGraph(model: ModelInside, plan?: LearningPlan): BuiltGraph {
  const graph = new Graph();
  const variables = new Variables(graph);
  const weights = new Weights(model, variables);
  for (const { dtype, sourceLayer } of model.inputs) {
    // tfjs cuts what is fed to such an input to whole numbers.
    if (dtype === 'float32') continue;
    throw UnsupportedError.untranslated(`une entrée de type ${dtype}`, sourceLayer.name);
  }
  const inputShapes = model.inputs.map(({ shape }) => [null, ...shape.slice(1)]);
  const xs = inputShapes.map((shape, i) => graph.placeholder(`x${i}`, shape));

  const kept: Value[] = [];
  const keep = (name: string, value: Value): Value => {
    const variable = variables.derived(`kept/${name}`, value.shape as number[]);
    kept.push(variables.assign(variable, value));
    return variables.read(variable);
  };
  const predicting = new Tape({ graph, training: false, ...(plan ? {} : { keep }) });
  const outputs = new ModelTranslation(predicting, variables, weights).run(model, xs);
  const answers = outputs.map((output) => answer(graph, xs, output));
  graph.signatures['predict'] = { inputs: named('x', xs), outputs: { output: answers[0]! } };
  if (answers.length > 1) {
    graph.signatures['predictAll'] = {
      inputs: named('x', xs),
      outputs: named('output', answers),
    };
  }

  const built = { graph, weights, variables: variables.all, inputShapes, outputs: outputs.length };
  if (plan === undefined) {
    addStateSignatures(graph, variables, []);
    addPreparation(graph, kept);
    return { ...built, slots: [], factors: [], targets: undefined };
  }
  const targets = readTargets(outputs, plan.loss);
  const y = graph.placeholder('y', targets.shape, targets.dtype);
  for (const output of outputs) checkLogits(predicting, output, plan.fromLogits);
  const { loss } = totalLoss(predicting, plan.loss, outputs, y, plan.lossWeights);
  graph.signatures['evaluate'] = {
    inputs: { ...named('x', xs), y },
    outputs: { loss, output: answers[0]! },
  };
  const { slots, factors } = addTraining(graph, variables, weights, plan, model, xs, y);
  addStateSignatures(graph, variables, slots);
  return { ...built, slots, factors, targets };
}

/** All outputs are held to the same targets, so these must look the same for each. */
function readTargets(outputs: readonly Value[], loss: Loss): { shape: Shape; dtype: DType } {
  const [first] = outputs;
  if (outputs.some(({ shape }) => shape.join() !== first!.shape.join())) {
    throw UnsupportedError.untranslated('un apprentissage de sorties de formes différentes');
  }
  return loss.targets(first!.shape);
}
