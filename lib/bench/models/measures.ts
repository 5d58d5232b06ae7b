import { compileGraph } from '@convolab/lib/graph';
import type { CatalogueEntry } from '@convolab/lib/models';
import * as tf from '@convolab/lib/tf';

import type { Measure } from '../harness';
import { imagesFor } from '../train/contenders';

/** How far the graph's answer is from tfjs's own, by the largest value. */
export const apart = ({ name, build }: CatalogueEntry): Measure => ({
  name: `apart, ${name}`,
  unit: 'of the largest value',
  run: async () => {
    const model = build();
    const graph = await compileGraph(model);
    const x = imagesFor(model, 1);
    const [ours, theirs] = [graph.predict(x), model.predict(x) as tf.Tensor];
    const expected = theirs.dataSync();
    const differences = ours.dataSync().map((value, i) => Math.abs(value - expected[i]!));
    tf.dispose([x, ours, theirs]);
    graph.dispose();
    model.dispose();
    return largest(differences) / largest(expected.map(Math.abs));
  },
});

const largest = (numbers: ArrayLike<number>): number =>
  Array.from(numbers).reduce((most, number) => Math.max(most, number), 0);

const settling = 20;
const predictions = 100;

/** What 100 predictions leave behind, once the first have filled the caches. */
export function memory({ name, build }: CatalogueEntry): Measure[] {
  let found: Promise<{ tensors: number; megabytes: number }> | undefined;
  const run = async () => {
    const model = build();
    const graph = await compileGraph(model);
    const x = imagesFor(model, 1);
    const predict = (times: number) => {
      for (let i = 0; i < times; i++) {
        const output = graph.predict(x);
        output.dataSync();
        output.dispose();
      }
      (globalThis as { gc?: () => void }).gc?.();
      return { tensors: tf.memory().numTensors, bytes: process.memoryUsage().rss };
    };
    const before = predict(settling);
    const after = predict(predictions);
    x.dispose();
    graph.dispose();
    model.dispose();
    return {
      tensors: after.tensors - before.tensors,
      megabytes: (after.bytes - before.bytes) / 2 ** 20,
    };
  };
  const all = () => (found ??= run());
  return [
    { name: `tensors left, ${name}`, unit: '', run: async () => (await all()).tensors },
    { name: `resident size grown, ${name}`, unit: 'MB', run: async () => (await all()).megabytes },
  ];
}
