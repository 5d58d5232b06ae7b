import { checkOption } from '../../ops/check-option';
import { Optimizer } from './optimizer';

/** Options of `adam`. */
export interface AdamOptions {
  /** How much of the mean gradient stays at each step. Default 0.9. */
  beta1?: number;
  /** How much of the mean squared gradient stays at each step. Default 0.999. */
  beta2?: number;
  /** Keeps the division from overflowing. Default 1e-7, as tfjs. */
  epsilon?: number;
}

/**
 * Adam: each weight has a rate of its own, small where its gradients have been large.
 *
 *     m = beta1 * m + (1 - beta1) * g
 *     v = beta2 * v + (1 - beta2) * g * g
 *     w -= rate * m^ / (sqrt(v^) + epsilon)     m^ = m / (1 - beta1^t), v^ = v / (1 - beta2^t)
 *
 * with `t` = 1 at the first step. Formula: Kingma, Ba, 2015, algorithm 1; epsilon as in tfjs, outside
 * the root. The learning rate is given to `fit`.
 *
 * @throws RangeError when an option lies outside
 */
export function adam(options: AdamOptions = {}): Optimizer {
  const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = options;
  const doing = "créer l'optimiseur adam";
  const share = 'doit être un nombre de 0 à 1, 1 exclu';
  const usual = 'gardez beta1: 0.9 et beta2: 0.999';
  checkOption(beta1 >= 0 && beta1 < 1, 'beta1', beta1, share, usual, doing);
  checkOption(beta2 >= 0 && beta2 < 1, 'beta2', beta2, share, usual, doing);
  const tiny = 'donnez par exemple epsilon: 1e-7';
  checkOption(epsilon > 0, 'epsilon', epsilon, 'doit être supérieur à 0', tiny, doing);
  return new Optimizer({
    kind: 'adam',
    options: { beta1, beta2, epsilon },
    slots: ['m', 'v'],
    update(w, g, [m, v], rate, step) {
      const correction1 = 1 / (1 - beta1 ** (step + 1));
      const correction2 = 1 / (1 - beta2 ** (step + 1));
      for (let i = 0; i < w.length; i++) {
        const gradient = g[i]!;
        const mean = beta1 * m![i]! + (1 - beta1) * gradient;
        const square = beta2 * v![i]! + (1 - beta2) * gradient * gradient;
        m![i] = mean;
        v![i] = square;
        w[i]! -= (rate * mean * correction1) / (Math.sqrt(square * correction2) + epsilon);
      }
    },
  });
}
