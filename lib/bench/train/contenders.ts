import { train } from '@convolab/lib/graph';
import * as tf from '@convolab/lib/tf';

import type { Contender } from '../harness';
import type { SharedDigits } from './digits';
import { KerasSide, kerasMissing } from '../keras/side';

const quiet = { begin: () => undefined, step: () => undefined, end: () => undefined };

/** Our own `train`; the time is that of its second epoch, when all is compiled. */
export function ours(
  make: () => tf.LayersModel,
  digits: () => SharedDigits,
  engine: 'graph' | 'eager',
): Contender {
  return {
    clock: 'own',
    run: async () => {
      const model = make();
      let ms = NaN;
      const progress = {
        ...quiet,
        epoch: (done: { seconds: number }) => (ms = done.seconds * 1000),
      };
      await train(model, digits().train, { epochs: 2, batchSize: 128, engine, progress });
      model.dispose();
      return ms;
    },
  };
}

/** tfjs's own `fit`, one epoch of a model that has been warmed up. */
export function tfjsFit(make: () => tf.LayersModel, digits: () => SharedDigits): Contender {
  let model: tf.LayersModel;
  let data: { x: tf.Tensor; y: tf.Tensor };
  const fit = () => model.fit(data.x, data.y, { batchSize: 128, epochs: 1, verbose: 0 });
  return {
    setUp: async () => {
      model = make();
      model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
      data = tensorsOf(digits().train);
      await fit();
    },
    run: fit,
    tearDown: () => {
      model.dispose();
      data.x.dispose();
      data.y.dispose();
    },
  };
}

export function tensorsOf({ images, labels }: SharedDigits['train']): {
  x: tf.Tensor;
  y: tf.Tensor;
} {
  return {
    x: tf.tensor(images.data as Float32Array, [...images.shape]),
    y: tf.tidy(() => tf.oneHot(tf.tensor1d(labels, 'int32'), 10).toFloat()),
  };
}

/** Keras in a process of its own, which measures itself. */
export function keras(request: () => { do: string } & Record<string, string | number>): Contender {
  let side: KerasSide | undefined;
  return {
    clock: 'own',
    missing: kerasMissing,
    setUp: async () => {
      side = new KerasSide();
      await side.ready();
    },
    run: () => side!.ask(request()),
    tearDown: () => side?.close(),
  };
}
