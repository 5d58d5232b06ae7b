import { impossible, valueText } from '../../errors';
import { adam } from './adam';
import { momentum } from './momentum';
import type { Optimizer } from './optimizer';
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
