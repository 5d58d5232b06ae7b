import { train } from '@convolab/lib/graph';
import * as tf from '@convolab/lib/tf';
import { extractFeatures } from '@convolab/lib/transfer';

import type { Measure } from '../harness';
import { labelled, photosFor } from './contenders';

interface Left {
  tensors: number;
  megabytes: number;
}

const look = () => {
  (globalThis as { gc?: () => void }).gc?.();
  return { tensors: tf.memory().numTensors, bytes: process.memoryUsage().rss };
};

/** What some rounds of a work leave behind, once the first ones have filled the caches. */
function memory(what: string, run: () => Promise<Left>): Measure[] {
  let found: Promise<Left> | undefined;
  const all = () => (found ??= run());
  return [
    { name: `tensors left, ${what}`, unit: '', run: async () => (await all()).tensors },
    { name: `resident size grown, ${what}`, unit: 'MB', run: async () => (await all()).megabytes },
  ];
}

const grown = (seen: ReturnType<typeof look>[], from: number): Left => ({
  tensors: seen.at(-1)!.tensors - seen[from]!.tensors,
  megabytes: (seen.at(-1)!.bytes - seen[from]!.bytes) / 2 ** 20,
});

/** By extracting features time and again, each time with a graph of its own. */
export const memoryOfFeatures = (build: () => tf.LayersModel): Measure[] =>
  memory('features', async () => {
    const model = build();
    const photos = photosFor(model, 32);
    const seen = [];
    for (let i = 0; i < 12; i++) {
      await extractFeatures(model, photos, { cache: false, progress: false });
      seen.push(look());
    }
    model.dispose();
    return grown(seen, 4);
  });

/** By the epochs of one fine-tuning. */
export const memoryOfTuning = (build: () => tf.LayersModel): Measure[] =>
  memory('fine-tuning', async () => {
    const model = build();
    const seen: ReturnType<typeof look>[] = [];
    const nothing = () => undefined;
    await train(model, labelled(model, photosFor(model, 32)), {
      ...{ epochs: 12, batchSize: 16 },
      progress: { begin: nothing, step: nothing, end: nothing, epoch: () => seen.push(look()) },
    });
    model.dispose();
    return grown(seen, 4);
  });
