import { impossible, valueText } from '../errors';
import type { Volume } from '../volume/volume';

/** Is the answer to one sample right? `scores` are its outputs, one a class, the greatest wins. */
export type Measure = (scores: Float32Array | Float64Array, label: number) => number;

/** How many classes have a greater score than the right one. NaN beats nothing and loses to all. */
function rank(scores: Float32Array | Float64Array, label: number): number {
  const right = scores[label]!;
  let before = 0;
  for (let i = 0; i < scores.length; i++) {
    // Of equal scores the first counts as the answer, as argmax takes it.
    if (scores[i]! > right || (scores[i]! === right && i < label)) before++;
  }
  return Number.isNaN(right) ? scores.length : before;
}

/** A metric that a training can keep. */
export type MetricName = 'accuracy' | 'top5';

/** The metrics a training can keep, each from 0 to 1: a new one is a name above and a line here. */
export const metrics: Record<MetricName, Measure> = {
  /** The right class has the greatest score. */
  accuracy: (scores, label) => (rank(scores, label) === 0 ? 1 : 0),
  /** The right class is among the five greatest scores. */
  top5: (scores, label) => (rank(scores, label) < 5 ? 1 : 0),
};

/** Metrics of several batches, put together. */
export class Tally {
  private readonly sums: Record<string, number>;
  private count = 0;

  constructor(private readonly names: readonly MetricName[]) {
    this.sums = Object.fromEntries(['loss', ...names].map((name) => [name, 0]));
  }

  /**
   * @param loss mean over the batch
   * @param scores `[batch, classes]`
   * @param labels of the batch
   */
  add(loss: number, scores: Volume, labels: ArrayLike<number>): void {
    const [batch = 0, classes = 0] = scores.shape;
    this.count += batch;
    this.sums['loss']! += loss * batch;
    for (const name of this.names) {
      for (let i = 0; i < batch; i++) {
        const row = scores.data.subarray(i * classes, (i + 1) * classes);
        this.sums[name]! += metrics[name](row, labels[i]!);
      }
    }
  }

  /** The means so far. */
  means(): Record<string, number> {
    return Object.fromEntries(
      Object.entries(this.sums).map(([name, sum]) => [name, sum / this.count]),
    );
  }
}

/** @throws RangeError when one is not known */
export function readMetrics(names: unknown, doing: string): MetricName[] {
  const known = Object.keys(metrics);
  const given: unknown[] = Array.isArray(names) ? names : [names];
  for (const name of given) {
    if (typeof name === 'string' && known.includes(name)) continue;
    throw new RangeError(
      impossible(
        doing,
        `la mesure (metrics) ${valueText(name)} n'existe pas`,
        `choisissez parmi ${known.map(valueText).join(', ')}`,
      ),
    );
  }
  return given as MetricName[];
}
