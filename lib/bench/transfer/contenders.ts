import { Volume } from '@convolab/lib';
import { train } from '@convolab/lib/graph';
import type * as tf from '@convolab/lib/tf';
import { extractFeatures } from '@convolab/lib/transfer';

import type { Contender } from '../harness';

/** Images that a model takes, from 0 to 255. */
export function photosFor(model: tf.LayersModel, count: number): Volume {
  const shape = [count, ...(model.inputs[0]!.shape.slice(1) as number[])];
  const size = shape.reduce((product, n) => product * n, 1);
  return new Volume(
    shape,
    Float32Array.from({ length: size }, () => 255 * Math.random()),
  );
}

/** All of `extractFeatures`, the making of its graph included; nothing comes from a cache. */
export function extracting(
  build: () => tf.LayersModel,
  count: number,
  batchSize: number,
): Contender {
  let model: tf.LayersModel;
  let photos: Volume;
  return {
    setUp: () => {
      model = build();
      photos = photosFor(model, count);
    },
    run: () => extractFeatures(model, photos, { batchSize, cache: false, progress: false }),
    tearDown: () => model.dispose(),
  };
}

/** An epoch of `train`, the second: all is compiled. */
export function tuning(build: () => tf.LayersModel, count: number, batchSize: number): Contender {
  let model: tf.LayersModel;
  let photos: Volume;
  return {
    clock: 'own',
    setUp: () => {
      model = build();
      photos = photosFor(model, count);
    },
    run: async () => {
      const seconds: number[] = [];
      const nothing = () => undefined;
      const epoch = (done: { seconds: number }) => seconds.push(done.seconds);
      await train(model, labelled(model, photos), {
        ...{ epochs: 2, batchSize, engine: 'graph' },
        progress: { begin: nothing, step: nothing, end: nothing, epoch },
      });
      return seconds.at(-1)! * 1000;
    },
    tearDown: () => model.dispose(),
  };
}

/** The photos, a class after the other. */
export function labelled(model: tf.LayersModel, images: Volume) {
  const classes = model.outputs[0]!.shape[1]!;
  return { images, labels: Array.from({ length: images.shape[0]! }, (_, i) => i % classes) };
}
