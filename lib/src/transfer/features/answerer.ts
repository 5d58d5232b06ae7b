import { compileGraph } from '../../graph/compile-graph';
import { UnsupportedError } from '../../graph/unsupported';
import type { LayersModel } from '../../tf/models';
import type { Tensor } from '../../tf/tensors';
import { wholeTf } from '../../tf/whole-tf';
import type { Volume } from '../../volume/volume';

/** A model that answers batch by batch. */
export interface Answerer {
  /** @returns the numbers of all answers in one row */
  answer(images: Volume): Float32Array;
  close(): void;
}

/** As a graph where it is on offer, else operation by operation: the answers are the same. */
export async function startAnswerer(model: LayersModel): Promise<Answerer> {
  try {
    const graph = await compileGraph(model);
    return { answer: answering((x) => graph.predict(x)), close: () => graph.dispose() };
  } catch (error) {
    if (!(error instanceof UnsupportedError)) throw error;
    const predict = (x: Tensor) => model.predict(x, { batchSize: x.shape[0]! }) as Tensor;
    return { answer: answering(predict), close: () => undefined };
  }
}

function answering(predict: (x: Tensor) => Tensor): Answerer['answer'] {
  return ({ shape, data }) => {
    const numbers = data instanceof Float32Array ? data : Float32Array.from(data);
    const x = wholeTf().tensor(numbers, [...shape], 'float32') as unknown as Tensor;
    const output = predict(x);
    try {
      return output.dataSync() as Float32Array;
    } finally {
      x.dispose();
      output.dispose();
    }
  };
}
