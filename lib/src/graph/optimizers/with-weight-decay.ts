import type { Optimizer } from './optimizer';

/**
 * Before each step w -= rate * decay * w: the weights shrink by themselves, apart from the gradient
 * (Loshchilov, Hutter, 2019). Biases and what normalises (arrays of one axis) are left alone.
 */
export function withWeightDecay(optimizer: Optimizer, decay: number): Optimizer {
  if (decay === 0) return optimizer;
  return {
    slots: optimizer.slots,
    feed: (learningRate, iteration) => [
      ...optimizer.feed(learningRate, iteration),
      learningRate * decay,
    ],
    apply: (graph, update) => {
      const { variable, fed, after } = update;
      const ours = fed.slice(0, -1);
      if (variable.shape.length < 2) return optimizer.apply(graph, { ...update, fed: ours });
      // The gradient must be known before the weight changes under it.
      const attributes = { dtype: { type: 'float32' as const } };
      const { shape } = variable;
      const read = graph.add('ReadVariableOp', [variable.handle], {
        shape,
        attributes,
        after: [update.gradient, ...after],
      });
      const loss = graph.add('Mul', [read, fed.at(-1)!], {
        shape,
        attributes: { T: { type: 'float32' } },
      });
      const shrunk = graph.add('AssignSubVariableOp', [variable.handle, loss], {
        name: `decay/${variable.name}`,
        shape: [],
        attributes,
      });
      return optimizer.apply(graph, { ...update, fed: ours, after: [...after, shrunk] });
    },
  };
}
