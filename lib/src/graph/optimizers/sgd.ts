import type { Optimizer } from './optimizer';

/** w -= rate * gradient */
export function sgd(): Optimizer {
  return {
    slots: [],
    feed: (learningRate) => [learningRate],
    apply: (graph, { variable, gradient, fed, after }) =>
      graph.add('ResourceApplyGradientDescent', [variable.handle, fed[0]!, gradient], {
        name: `sgd/${variable.name}`,
        shape: [],
        attributes: { T: { type: 'float32' } },
        after,
      }),
  };
}
