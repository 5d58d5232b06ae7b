import { compileGraph } from '@convolab/lib/graph';
import type { CatalogueEntry } from '@convolab/lib/models';
import * as tf from '@convolab/lib/tf';

import type { Measure } from '../harness';
import { imagesFor } from '../shared/answers';

/** How far the graph's answer is from tfjs's own, by the largest value. */
export const apart = ({ name, build }: CatalogueEntry): Measure => ({
  name: `apart, ${name}`,
  unit: 'of the largest value',
  run: async () => {
    const model = build();
    const x = imagesFor(model, 1);
    spreadAnswers(model, x);
    const graph = await compileGraph(model);
    const [ours, theirs] = [graph.predict(x), model.predict(x) as tf.Tensor];
    const expected = theirs.dataSync();
    const differences = ours.dataSync().map((value, i) => Math.abs(value - expected[i]!));
    tf.dispose([x, ours, theirs]);
    graph.dispose();
    model.dispose();
    return largest(differences) / largest(expected.map(Math.abs));
  },
});

/**
 * Draws kernels until the answers differ and none is certain. With tfjs's own a deep network answers 1/1000 to each
 * class, with larger ones 1 to a single class, and any other network would agree with it.
 */
function spreadAnswers(model: tf.LayersModel, x: tf.Tensor): void {
  let [low, high] = [1 / 64, 64];
  for (let i = 0; i < 16; i++) {
    const gain = Math.sqrt(low * high);
    drawKernels(model, gain);
    const answers = tf.tidy(() => (model.predict(x) as tf.Tensor).dataSync());
    const [least, most] = [Math.min(...answers), Math.max(...answers)];
    if (!(most < 0.5)) high = gain;
    else if (least > 0.9 * most) low = gain;
    else return;
  }
  throw new Error('no kernels found whose answers could be compared');
}

/** @param gain variance of a kernel times what a filter sees: 2 keeps the size of what goes through a ReLU */
function drawKernels(model: tf.LayersModel, gain: number): void {
  for (const layer of model.layers) {
    const depthwise = layer.getClassName() === 'DepthwiseConv2D';
    const weights = layer.getWeights().map((weight, i) => {
      if (weight.rank < 2) return weight;
      const seen = depthwise ? weight.shape.slice(0, 2) : weight.shape.slice(0, -1);
      const limit = Math.sqrt((3 * gain) / seen.reduce((product, n) => product * n, 1));
      return tf.randomUniform([...weight.shape], -limit, limit, 'float32', i + 1);
    });
    layer.setWeights(weights);
  }
}

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
