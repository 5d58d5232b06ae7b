import type { Graph } from './build/graph';
import type { Value } from './build/value';
import type { Variable, Variables } from './model/variables';

/** Adds what reads and writes the variables. */
export function addStateSignatures(
  graph: Graph,
  variables: Variables,
  slots: readonly Variable[],
): void {
  const isSlot = new Set(slots);
  const zero = graph.placeholder('zero', []);
  const attributes = { T: { type: 'float32' as const } };
  const inputs = variables.all.map((variable) =>
    graph.placeholder(`new/${variable.name}`, variable.shape),
  );
  // What is fed lies in JavaScript's memory, which a variable must not hold: the sum is TensorFlow's.
  const own = inputs.map((input) =>
    graph.add('AddV2', [input, zero], { shape: input.shape, attributes }),
  );
  const after = (nodes: Value[]): Value =>
    graph.add('Identity', [zero], { name: 'written', shape: [], attributes, after: nodes });
  const fedBy = (kept: boolean[]): Record<string, Value> =>
    Object.fromEntries(
      variables.all.flatMap(({ name }, i) => (kept[i] ? [[name, inputs[i]!]] : [])),
    );

  const all = variables.all.map(() => true);
  const written = variables.all.map((variable, i) => variables.assign(variable, own[i]!));
  graph.signatures['writeState'] = {
    inputs: { ...fedBy(all), zero },
    outputs: { done: after(written) },
  };

  const isWeight = variables.all.map((variable) => !isSlot.has(variable));
  const cleared = slots.map((slot) => variables.assign(slot, fill(graph, slot.shape, zero)));
  graph.signatures['initialise'] = {
    inputs: { ...fedBy(isWeight), zero },
    outputs: { done: after([...written.filter((_, i) => isWeight[i]), ...cleared]) },
  };
  graph.signatures['readState'] = {
    inputs: {},
    outputs: Object.fromEntries(variables.all.map((v) => [v.name, variables.read(v)])),
  };
}

/** Adds what computes the values that hang on the weights alone: run after each writing. */
export function addPreparation(graph: Graph, kept: readonly Value[]): void {
  if (kept.length === 0) return;
  const done = graph.add('Identity', [graph.scalar(0)], {
    name: 'prepared',
    shape: [],
    attributes: { T: { type: 'float32' } },
    after: kept,
  });
  graph.signatures['prepare'] = { inputs: {}, outputs: { done } };
}

function fill(graph: Graph, shape: readonly number[], value: Value): Value {
  return graph.add('Fill', [graph.constant(shape), value], {
    shape,
    attributes: { T: { type: 'float32' }, index_type: { type: 'int32' } },
  });
}
