import type { LayersModel } from '../../tf/models';
import { metrics } from '../../training/metrics';
import { Volume } from '../../volume/volume';
import { startAnswerer } from '../features/answerer';

/** Examples that are answered at once. */
const batchSize = 64;

/**
 * Judges a network: the share of the examples whose class gets the greatest score.
 *
 * @param inputs `[count, …]`, as the model takes them
 * @param labels a class for each
 */
export async function accuracyOf(
  model: LayersModel,
  inputs: Volume,
  labels: readonly number[],
): Promise<number> {
  const [, ...shape] = inputs.shape;
  const size = inputs.size / labels.length;
  const answerer = await startAnswerer(model);
  let right = 0;
  try {
    for (let start = 0; start < labels.length; start += batchSize) {
      const some = labels.slice(start, start + batchSize);
      const part = inputs.data.subarray(start * size, (start + some.length) * size);
      const scores = answerer.answer(new Volume([some.length, ...shape], part));
      const classes = scores.length / some.length;
      for (const [i, label] of some.entries()) {
        right += metrics.accuracy(scores.subarray(i * classes, (i + 1) * classes), label);
      }
    }
  } finally {
    answerer.close();
  }
  return right / labels.length;
}
