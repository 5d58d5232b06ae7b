import { checkOption } from '../../ops/check-option';
import { Optimizer } from './optimizer';

/** Options of `momentum`. */
export interface MomentumOptions {
  /** How much of its speed a weight keeps from step to step: from 0 to 1, excluded. Default 0.9. */
  momentum?: number;
}

/**
 * Gradient descent with momentum: a weight rolls on, as a ball would.
 *
 *     a = momentum * a + g
 *     w -= rate * a
 *
 * Formula: Polyak, 1964; as in tfjs (not Nesterov's). The learning rate is given to `fit`.
 *
 * @throws RangeError when the momentum lies outside
 */
export function momentum(options: MomentumOptions = {}): Optimizer {
  const { momentum: kept = 0.9 } = options;
  checkOption(
    kept >= 0 && kept < 1,
    'momentum',
    kept,
    'doit être un nombre de 0 à 1, 1 exclu',
    'donnez par exemple momentum: 0.9',
    "créer l'optimiseur momentum",
  );
  return new Optimizer({
    kind: 'momentum',
    options: { momentum: kept },
    slots: ['a'],
    update(w, g, [a], rate) {
      for (let i = 0; i < w.length; i++) {
        const speed = kept * a![i]! + g[i]!;
        a![i] = speed;
        w[i]! -= rate * speed;
      }
    },
  });
}
