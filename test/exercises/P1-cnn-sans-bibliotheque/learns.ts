/** How project 1 is made to learn, and how what it learned is measured. */
import { some, type Digits } from './digits';

/** The learning functions, behind a sandbox or not. */
type Learner = Record<'initialise' | 'train' | 'predict', (...args: unknown[]) => unknown>;

/** How many images a call of `train` is given: what crosses into a sandbox at a time. */
const packet = 100;

/** Four passes over all images to learn from; then the share of those to test with that are read right. */
export async function accuracyAfter(
  student: Learner,
  { train, test }: { train: Digits; test: Digits },
): Promise<number> {
  let learned = await student.initialise(1);
  for (let pass = 0; pass < 4; pass++) {
    for (let start = 0; start < train.labels.length; start += packet) {
      const { images, labels } = some(train, start, start + packet);
      const options = { epochs: 1, batchSize: 10, rate: 0.05, seed: 10 * pass + start };
      learned = await student.train(learned, images, labels, options);
    }
  }
  let right = 0;
  for (const [i, image] of test.images.entries()) {
    const p = (await student.predict(learned, image)) as number[];
    if (p.indexOf(Math.max(...p)) === test.labels[i]) right++;
  }
  return right / test.labels.length;
}
