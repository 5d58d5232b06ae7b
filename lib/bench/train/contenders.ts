import { compileGraph, train, type CompiledGraph } from '@convolab/lib/graph';
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

/** One answer through the compiled graph; as on Python's side, the first, which optimises it, is not counted. */
export function graphAnswer(make: () => tf.LayersModel, batch: number): Contender {
  let graph: CompiledGraph;
  let x: tf.Tensor;
  const answer = (): void => {
    const output = graph.predict(x);
    output.dataSync();
    output.dispose();
  };
  return {
    setUp: async () => {
      const model = make();
      graph = await compileGraph(model);
      x = imagesFor(model, batch);
      model.dispose();
      answer();
    },
    run: answer,
    tearDown: () => {
      graph.dispose();
      x.dispose();
    },
  };
}

/** Noise of the size that a model takes. */
export function imagesFor(model: tf.LayersModel, batch: number): tf.Tensor {
  const { inputs } = model as unknown as { inputs: { shape: (number | null)[] }[] };
  return tf.randomUniform([batch, ...(inputs[0]!.shape.slice(1) as number[])]);
}

/** One answer of tfjs, operation by operation. */
export function tfjsAnswer(make: () => tf.LayersModel, batch: number): Contender {
  let model: tf.LayersModel;
  let x: tf.Tensor;
  return {
    setUp: () => {
      model = make();
      x = imagesFor(model, batch);
    },
    run: () => {
      const output = model.predict(x, { batchSize: batch }) as tf.Tensor;
      output.dataSync();
      output.dispose();
    },
    tearDown: () => {
      model.dispose();
      x.dispose();
    },
  };
}
