import { Optimizer } from './optimizer';

/**
 * Stochastic gradient descent: a step against the gradient of one batch.
 *
 *     w -= rate * g
 *
 * Formula: Robbins, Monro, 1951; as in tfjs. The learning rate is given to `fit`.
 */
export function sgd(): Optimizer {
  return new Optimizer({
    kind: 'sgd',
    options: {},
    slots: [],
    update(w, g, _, rate) {
      for (let i = 0; i < w.length; i++) w[i]! -= rate * g[i]!;
    },
  });
}
