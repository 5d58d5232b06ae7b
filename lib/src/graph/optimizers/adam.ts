import type { Optimizer } from './optimizer';

/**
 * m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g^2; both divided by 1 - beta^t;
 * w -= rate * m / (sqrt(v) + epsilon). Kingma, Ba, 2015, algorithm 1, as in tfjs.
 *
 * TensorFlow's node adds epsilon before it divides v: the division is put into the rate and epsilon
 * that it is fed. It comes from JavaScript, in float64, so that 1 - 0.999^t keeps its digits.
 */
export function adam(beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7): Optimizer {
  return {
    slots: ['m', 'v'],
    feed: (learningRate, iteration) => {
      const correction = Math.sqrt(1 - beta2 ** iteration);
      return [(learningRate * correction) / (1 - beta1 ** iteration), epsilon * correction];
    },
    apply: (graph, { variable, slots, gradient, fed, after }) => {
      const [rate, smallest] = fed;
      const none = graph.scalar(0);
      const inputs = [
        ...[variable.handle, slots[0]!.handle, slots[1]!.handle],
        ...[none, none, rate!, graph.scalar(beta1), graph.scalar(beta2), smallest!, gradient],
      ];
      return graph.add('ResourceApplyAdam', inputs, {
        name: `adam/${variable.name}`,
        shape: [],
        attributes: { T: { type: 'float32' } },
        after,
      });
    },
  };
}
