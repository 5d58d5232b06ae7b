import { augmentBatch } from './augment/augment-batch';
import type { Augmentation } from './augment/augmentation';
import { checkLoss } from './check-loss';
import type { Samples } from './dataset';
import type { Learner } from './learner';
import { Tally, type MetricName } from './metrics';
import { shuffle } from './shuffle';

/** Some samples of a data set, to learn from or to measure with. */
export interface Part {
  samples: Samples;
  places: Uint32Array;
}

/** What every step of a training is told or asks. */
export interface Course {
  learner: Learner;
  batchSize: number;
  metrics: readonly MetricName[];
  /** The event loop's turn. */
  breath: () => Promise<void>;
  /** True once the reader wants no more. */
  stopped: () => boolean;
}

export interface LearningCourse extends Course {
  seed: number;
  shuffle: boolean;
  augment: Augmentation | undefined;
  /** Over all epochs. */
  rateAt: (step: number) => number;
  /** Steps of this epoch that are done, and the means so far. */
  onStep: (step: number, means: Record<string, number>) => void;
}

/** How many batches there are; the last is smaller where the samples do not go up evenly. */
export function batchCount(samples: number, batchSize: number): number {
  return Math.ceil(samples / batchSize);
}

/**
 * Learns from each sample once.
 *
 * @returns the means of loss and metrics, and the last learning rate; undefined when it was stopped
 * @throws Error when the loss becomes NaN or infinite
 */
export async function learnEpoch(
  course: LearningCourse,
  { samples, places }: Part,
  epoch: number,
): Promise<{ means: Record<string, number>; rate: number } | undefined> {
  const { learner, batchSize, augment, seed } = course;
  const order = course.shuffle ? shuffle(places, seed, epoch) : places;
  const count = batchCount(order.length, batchSize);
  const tally = new Tally(course.metrics);
  let rate = 0;
  for (let i = 0; i < count; i++) {
    if (course.stopped()) return undefined;
    const step = epoch * count + i;
    rate = course.rateAt(step);
    const chosen = order.subarray(i * batchSize, (i + 1) * batchSize);
    const batch = { samples, places: chosen };
    const shown = augment === undefined ? batch : augmentBatch(batch, augment, epoch, seed);
    const { loss, scores } = await learner.learn(shown, rate, step);
    checkLoss(loss, { epoch, step, rate });
    tally.add(loss, scores, labelsOf(samples, chosen));
    course.onStep(i + 1, tally.means());
    await course.breath();
  }
  return { means: tally.means(), rate };
}

/**
 * Measures without learning.
 *
 * @returns the means of loss and metrics; undefined when it was stopped
 */
export async function measure(
  course: Course,
  { samples, places }: Part,
): Promise<Record<string, number> | undefined> {
  const { learner, batchSize } = course;
  const tally = new Tally(course.metrics);
  for (let start = 0; start < places.length; start += batchSize) {
    if (course.stopped()) return undefined;
    const chosen = places.subarray(start, start + batchSize);
    const { loss, scores } = await learner.score({ samples, places: chosen });
    tally.add(loss, scores, labelsOf(samples, chosen));
    await course.breath();
  }
  return tally.means();
}

function labelsOf({ labels }: Samples, places: Uint32Array): Uint32Array {
  return places.map((place) => labels[place]!);
}
