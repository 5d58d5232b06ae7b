/** What is measured of a study, from its predictions alone. */
import { type Interval, studentInterval } from '@convolab/lib/transfer';
import type { StudyRecord } from './record';

/** The interval of the differences, seed by seed. */
export const gapInterval = (one: readonly number[], other: readonly number[]): Interval =>
  studentInterval(one.map((value, i) => value - (other[i] ?? NaN)));

/** The accuracies of each way of learning, in the order of the seeds. */
export function accuraciesOf({ images, tests }: StudyRecord): Map<string, number[]> {
  const labels = images.filter(([, , part]) => part === 'test').map(([, label]) => label);
  const accuracies = new Map<string, number[]>();
  for (const { strategy, predictions } of [...tests].sort((a, b) => a.seed - b.seed)) {
    const right = predictions.filter((p, i) => p === labels[i]).length / labels.length;
    accuracies.set(strategy, [...(accuracies.get(strategy) ?? []), right]);
  }
  return accuracies;
}
