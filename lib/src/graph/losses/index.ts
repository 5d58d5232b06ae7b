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
