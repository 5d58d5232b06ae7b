import { impossible, valueText } from '../../errors';
import { denseCrossEntropy, sparseCrossEntropy } from './cross-entropy';
import type { Loss } from './loss';
import { meanSquaredError } from './mean-squared-error';

/** Losses by the name they have in tfjs: a new one is a line here. */
export const losses = {
  sparseCategoricalCrossentropy: sparseCrossEntropy,
  categoricalCrossentropy: denseCrossEntropy,
  meanSquaredError,
} satisfies Record<string, Loss>;

/** A loss that the graph knows. */
export type LossName = keyof typeof losses;

/** @throws RangeError when there is no such loss */
export function lossByName(name: LossName): Loss {
  if (Object.hasOwn(losses, name)) return losses[name];
  throw new RangeError(
    impossible(
      'choisir la perte (loss)',
      `elle s'appelle ${valueText(name)}`,
      `choisissez parmi ${Object.keys(losses).map(valueText).join(', ')}`,
    ),
  );
}
