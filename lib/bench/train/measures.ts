import { train } from '@convolab/lib/graph';
import * as tf from '@convolab/lib/tf';

import type { Measure } from '../harness';
import { tensorsOf } from './contenders';
import { SharedDigits } from './digits';
import { KerasSide, kerasMissing } from '../keras/side';
import { lenet5 } from './models';

const seeds = [1, 2, 3];

/** Accuracies of LeNet-5 over seeds, on digits not learned from: ours, tfjs's, Keras's. */
export function accuracyMeasures(quick: boolean): Measure[] {
  const [count, tests, epochs] = quick ? [2560, 1000, 2] : [20_480, 10_000, 3];
  const setting = { batch: 128, epochs };
  const withDigits = async (
    use: (digits: SharedDigits) => Promise<number[]>,
  ): Promise<number[]> => {
    const digits = new SharedDigits(count, tests);
    try {
      return await use(digits);
    } finally {
      digits.close();
    }
  };
  const runs: Record<string, () => Promise<number[]>> = {
    graph: () => withDigits((digits) => overSeeds((seed) => graphAccuracy(digits, seed, epochs))),
    'tfjs fit': () => withDigits((digits) => overSeeds(() => tfjsAccuracy(digits, epochs))),
    'Keras fit': () =>
      withDigits(async (digits) => {
        if (kerasMissing !== undefined) throw new Error(kerasMissing);
        const side = new KerasSide();
        try {
          await side.ready();
          const files = { path: digits.path('train'), count, test: digits.path('test'), tests };
          return await overSeeds((seed) =>
            side.ask({ do: 'accuracy', model: 'lenet5', ...files, ...setting, seed }),
          );
        } finally {
          side.close();
        }
      }),
  };
  return Object.entries(runs).flatMap(([name, run]) => {
    let found: Promise<number[]> | undefined;
    const all = () => (found ??= run());
    return [
      { name: `accuracy, ${name}`, unit: '%', run: async () => 100 * mean(await all()) },
      {
        name: `spread of its seeds, ${name}`,
        unit: '%',
        run: async () => 100 * (Math.max(...(await all())) - Math.min(...(await all()))),
      },
    ];
  });
}

async function overSeeds(run: (seed: number) => Promise<number>): Promise<number[]> {
  const found: number[] = [];
  for (const seed of seeds) found.push(await run(seed));
  return found;
}

async function graphAccuracy(digits: SharedDigits, seed: number, epochs: number): Promise<number> {
  const model = lenet5();
  const options = { epochs, batchSize: 128, seed, progress: false, validation: digits.test };
  const history = await train(model, digits.train, options);
  model.dispose();
  return history.metrics['valAccuracy']!.at(-1)!;
}

async function tfjsAccuracy(digits: SharedDigits, epochs: number): Promise<number> {
  const model = lenet5();
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  const [learn, test] = [tensorsOf(digits.train), tensorsOf(digits.test)];
  await model.fit(learn.x, learn.y, { batchSize: 128, epochs, verbose: 0 });
  const [loss, accuracy] = model.evaluate(test.x, test.y) as tf.Scalar[];
  const value = accuracy!.dataSync()[0]!;
  tf.dispose([loss!, accuracy!, learn.x, learn.y, test.x, test.y]);
  model.dispose();
  return value;
}

/** What epochs leave behind once the first few have filled the caches. */
export function memoryMeasures(quick: boolean): Measure[] {
  const [settled, last] = quick ? [2, 5] : [4, 20];
  let found: Promise<{ tensors: number; megabytes: number }> | undefined;
  const run = async () => {
    const digits = new SharedDigits(2560, 100);
    const model = lenet5();
    const seen: { tensors: number; bytes: number }[] = [];
    const look = () => {
      (globalThis as { gc?: () => void }).gc?.();
      seen.push({ tensors: tf.memory().numTensors, bytes: process.memoryUsage().rss });
    };
    const quiet = { begin: () => undefined, step: () => undefined, end: () => undefined };
    await train(model, digits.train, {
      epochs: last,
      batchSize: 128,
      progress: { ...quiet, epoch: look },
    });
    model.dispose();
    digits.close();
    const [from, to] = [seen[settled - 1]!, seen.at(-1)!];
    return { tensors: to.tensors - from.tensors, megabytes: (to.bytes - from.bytes) / 2 ** 20 };
  };
  const all = () => (found ??= run());
  const span = `epochs ${settled} to ${last}`;
  return [
    { name: 'tensors left by training', unit: span, run: async () => (await all()).tensors },
    { name: 'resident size grown', unit: `MB, ${span}`, run: async () => (await all()).megabytes },
  ];
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
