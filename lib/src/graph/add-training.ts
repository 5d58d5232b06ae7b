import { answer, named } from './build/answer';
import type { Graph } from './build/graph';
import type { Value } from './build/value';
import type { LearningPlan } from './build-graph';
import { totalLoss } from './losses/total-loss';
import type { ModelInside } from './model/tfjs-inside';
import { ModelTranslation } from './model/translate-model';
import type { Variable, Variables } from './model/variables';
import type { Weights } from './model/weights';
import { Tape } from './tape';

/**
 * Adds the training step: forward, loss, backward, and the change of each weight.
 *
 * @returns what the optimiser keeps beside the weights, and the factors of the learning rate that it is fed for
 */
export function addTraining(
  graph: Graph,
  variables: Variables,
  weights: Weights,
  { loss, lossWeights, optimizer, rates, seed }: LearningPlan,
  model: ModelInside,
  xs: readonly Value[],
  y: Value,
): { slots: Variable[]; factors: number[] } {
  const step = graph.placeholder('step', [], 'int32');
  const tape = new Tape({ graph, training: true, step, seed });
  const translation = new ModelTranslation(tape, variables, weights);
  const outputs = translation.run(model, xs);
  const nodes = totalLoss(tape, loss, outputs, y, lossWeights);

  const learned = weights.all.flatMap(({ variable, trainable }) => {
    const read = trainable ? translation.learned.get(variable.name) : undefined;
    return read === undefined ? [] : [{ variable, read }];
  });
  const gradients = tape.gradients(
    nodes.gradients,
    learned.map(({ read }) => read),
  );
  const factorOf = ({ name }: Variable): number => rates.get(name) ?? 1;
  const factors = [...new Set([1, ...learned.map(({ variable }) => factorOf(variable))])];
  const each = optimizer.feed(1, 1).length;
  const { fed, numbers } = unpacked(graph, 'rates', each * factors.length);
  const slots: Variable[] = [];
  const updates = learned.flatMap(({ variable }, i) => {
    const gradient = gradients[i];
    if (gradient === undefined) return [];
    const own = optimizer.slots.map((slot) =>
      variables.declare(`${variable.name}.${slot}`, variable.shape),
    );
    slots.push(...own);
    const start = each * factors.indexOf(factorOf(variable));
    const ofFactor = numbers.slice(start, start + each);
    return [optimizer.apply(graph, { variable, slots: own, gradient, fed: ofFactor, after: [] })];
  });
  // Asked for last: whoever reads the loss knows that the weights have changed.
  const done = graph.add('Identity', [nodes.loss], {
    name: 'loss_after_step',
    shape: [],
    attributes: { T: { type: 'float32' } },
    after: [...updates, ...tape.updates],
  });
  graph.signatures['train'] = {
    inputs: { ...named('x', xs), y, step, rates: fed },
    outputs: { loss: done, output: answer(graph, xs, nodes.of) },
  };
  return { slots, factors };
}

/** Numbers that are fed together, each a value of its own. */
function unpacked(graph: Graph, name: string, count: number): { fed: Value; numbers: Value[] } {
  const fed = graph.placeholder(name, [count]);
  const first = graph.add('Unpack', [fed], {
    shape: [],
    attributes: { T: { type: 'float32' }, num: { int: count }, axis: { int: 0 } },
  });
  return { fed, numbers: Array.from({ length: count }, (_, i) => graph.output(first, i, [])) };
}
