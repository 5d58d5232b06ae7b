import { Graph } from './build/graph';
import type { DType, Shape, Value } from './build/value';
import { checkLogits } from './losses/cross-entropy';
import type { Loss } from './losses/loss';
import type { ModelInside } from './model/tfjs-inside';
import { ModelTranslation } from './model/translate-model';
import { Variables, type Variable } from './model/variables';
import { Weights } from './model/weights';
import type { Optimizer } from './optimizers/optimizer';
import { addPreparation, addStateSignatures } from './state-signatures';
import { Tape } from './tape';
import { UnsupportedError } from './unsupported';

/** How the network is to learn; left out, the graph only predicts. */
export interface LearningPlan {
  loss: Loss;
  fromLogits: boolean | undefined;
  optimizer: Optimizer;
  seed: number;
}

/** The graph of a model, not opened yet. */
export interface BuiltGraph {
  graph: Graph;
  weights: Weights;
  variables: readonly Variable[];
  /** Those of the optimiser. */
  slots: readonly Variable[];
  inputShape: Shape;
  outputShape: Shape;
  targets: { shape: Shape; dtype: DType } | undefined;
}

/**
 * Builds all that will run: the network twice over the same variables, as it predicts and as it
 * learns, then a signature for each thing one can ask for.
 *
 * @throws UnsupportedError that names the first layer without translation
 */
export function buildGraph(model: ModelInside, plan?: LearningPlan): BuiltGraph {
  if (model.inputs.length !== 1)
    throw UnsupportedError.untranslated('un réseau à plusieurs entrées');
  const graph = new Graph();
  const variables = new Variables(graph);
  const weights = new Weights(model, variables);
  const inputShape = [null, ...model.inputs[0]!.shape.slice(1)];
  const x = graph.placeholder('x', inputShape);

  const kept: Value[] = [];
  const keep = (name: string, value: Value): Value => {
    const variable = variables.derived(`kept/${name}`, value.shape as number[]);
    kept.push(variables.assign(variable, value));
    return variables.read(variable);
  };
  const predicting = new Tape({ graph, training: false, ...(plan ? {} : { keep }) });
  const output = new ModelTranslation(predicting, variables, weights).run(model, [x]);
  graph.signatures['predict'] = { inputs: { x }, outputs: { output } };

  const built = { graph, weights, variables: variables.all, inputShape, outputShape: output.shape };
  if (plan === undefined) {
    addStateSignatures(graph, variables, []);
    addPreparation(graph, kept);
    return { ...built, slots: [], targets: undefined };
  }
  const targets = plan.loss.targets(output.shape);
  const y = graph.placeholder('y', targets.shape, targets.dtype);
  checkLogits(predicting, output, plan.fromLogits);
  const { loss } = plan.loss.build(predicting, output, y);
  graph.signatures['evaluate'] = { inputs: { x, y }, outputs: { loss, output } };
  const slots = addTraining(graph, variables, weights, plan, model, x, y);
  addStateSignatures(graph, variables, slots);
  return { ...built, slots, targets };
}

/** Adds the training step: forward, loss, backward, and the change of each weight. */
function addTraining(
  graph: Graph,
  variables: Variables,
  weights: Weights,
  { loss, optimizer, seed }: LearningPlan,
  model: ModelInside,
  x: Value,
  y: Value,
): Variable[] {
  const step = graph.placeholder('step', [], 'int32');
  const tape = new Tape({ graph, training: true, step, seed });
  const translation = new ModelTranslation(tape, variables, weights);
  const output = translation.run(model, [x]);
  const nodes = loss.build(tape, output, y);

  const count = optimizer.feed(1, 1).length;
  const fed = graph.placeholder('rates', [count]);
  const first = graph.add('Unpack', [fed], {
    shape: [],
    attributes: { T: { type: 'float32' }, num: { int: count }, axis: { int: 0 } },
  });
  const rates = Array.from({ length: count }, (_, i) => graph.output(first, i, []));

  const learned = weights.all.flatMap(({ variable, trainable }) => {
    const read = trainable ? translation.learned.get(variable.name) : undefined;
    return read === undefined ? [] : [{ variable, read }];
  });
  const gradients = tape.gradients(
    nodes.of,
    nodes.gradient,
    learned.map(({ read }) => read),
  );
  const slots: Variable[] = [];
  const updates = learned.flatMap(({ variable }, i) => {
    const gradient = gradients[i];
    if (gradient === undefined) return [];
    const own = optimizer.slots.map((slot) =>
      variables.declare(`${variable.name}.${slot}`, variable.shape),
    );
    slots.push(...own);
    return [optimizer.apply(graph, { variable, slots: own, gradient, fed: rates, after: [] })];
  });
  // Asked for last: whoever reads the loss knows that the weights have changed.
  const done = graph.add('Identity', [nodes.loss], {
    name: 'loss_after_step',
    shape: [],
    attributes: { T: { type: 'float32' } },
    after: [...updates, ...tape.updates],
  });
  graph.signatures['train'] = {
    inputs: { x, y, step, rates: fed },
    outputs: { loss: done, output: nodes.of },
  };
  return slots;
}
