import type { Samples } from '../training/dataset';
import { measure } from '../training/epoch';
import { breathing, watchInterruption } from '../training/interruption';
import { readMetrics, type MetricName } from '../training/metrics';
import { checkBatchSize } from '../training/options';
import type { Machine } from './machine';
import { NetworkLearner } from './network-learner';
import { adam } from './optimizers';

export interface EvaluateOptions {
  /** How many samples are computed at once. Default 256. */
  batchSize?: number;
  /** What to measure beside the loss. Default `['accuracy']`. */
  metrics?: readonly MetricName[];
}

/**
 * Measures a network without learning; `{}` when the reader interrupts it.
 *
 * @throws RangeError when an option makes no sense
 */
export async function evaluate(
  machine: Machine,
  samples: Samples,
  { batchSize = 256, metrics = ['accuracy'] }: EvaluateOptions,
): Promise<Record<string, number>> {
  const doing = 'évaluer le réseau';
  checkBatchSize(batchSize, doing);
  const measured = readMetrics(metrics, doing);
  const places = Uint32Array.from({ length: samples.count }, (_, i) => i);
  const learner = new NetworkLearner(machine, adam(), Math.min(batchSize, samples.count), 0);
  const interruption = watchInterruption(undefined);
  const course = {
    learner,
    batchSize,
    metrics: measured,
    breath: breathing(),
    stopped: interruption.stopped,
  };
  try {
    return (await measure(course, { samples, places })) ?? {};
  } finally {
    interruption.close();
    learner.close();
  }
}
