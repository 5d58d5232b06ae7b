import { compileGraph, type CompiledGraph } from '@convolab/lib/graph';
import * as tf from '@convolab/lib/tf';

import type { Contender } from '../harness';

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
