import { impossible, valueText } from '../../errors';
import { adam } from './adam';
import { momentum } from './momentum';
import { Optimizer } from './optimizer';
import { sgd } from './sgd';

export { adam, type AdamOptions } from './adam';
export { momentum, type MomentumOptions } from './momentum';
export { Optimizer } from './optimizer';
export { sgd } from './sgd';

/** One line an optimiser: what a file may name. */
const makers: Record<string, (options: Record<string, number>) => Optimizer> = {
  adam,
  momentum,
  sgd,
};

/** @throws TypeError when it is something else, its name for example */
export function checkOptimizer(optimizer: unknown): void {
  if (optimizer instanceof Optimizer) return;
  throw new TypeError(
    impossible(
      "préparer l'entraînement",
      `l'optimiseur (optimizer) est ${valueText(optimizer)} mais il faut ce que rendent adam, momentum ou sgd`,
      'donnez par exemple optimizer: nn.adam()',
    ),
  );
}

/** @throws RangeError when there is none of that kind, or its options are not what they must be */
export function makeOptimizer(kind: string, options: Record<string, number> = {}): Optimizer {
  if (Object.hasOwn(makers, kind)) return makers[kind]!(options);
  throw new RangeError(
    impossible(
      "créer l'optimiseur",
      `${valueText(kind)} n'existe pas`,
      `choisissez parmi ${Object.keys(makers).map(valueText).join(', ')}`,
    ),
  );
}
