import type { Optimizer } from './optimizer';

/**
 * v = momentum * v + gradient; w -= rate * v. With `nesterov` w -= rate * (gradient + momentum * v).
 */
export function momentum(decay = 0.9, nesterov = false): Optimizer {
  return {
    slots: ['velocity'],
    feed: (learningRate) => [learningRate],
    apply: (graph, { variable, slots, gradient, fed, after }) => {
      const inputs = [variable.handle, slots[0]!.handle, fed[0]!, gradient, graph.scalar(decay)];
      return graph.add('ResourceApplyMomentum', inputs, {
        name: `momentum/${variable.name}`,
        shape: [],
        attributes: { T: { type: 'float32' }, use_nesterov: { flag: nesterov } },
        after,
      });
    },
  };
}
