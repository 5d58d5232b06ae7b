import { SeededRandom } from '@convolab/grader/spec';
import * as tf from '@convolab/lib/tf';

/**
 * Which layers of a model learn: it is given weights and images here, and trained for a step by tfjs's own `fit`.
 *
 * @param model as `modelOf` made it again
 * @returns the names of the layers whose weights changed
 */
export async function learnedBy(model: tf.LayersModel, seed: number): Promise<string[]> {
  const random = new SeededRandom(String(seed));
  const drawn = (shape: number[]): tf.Tensor => {
    const length = shape.reduce((product, n) => product * n, 1);
    return tf.tensor(Float32Array.from({ length }, () => random.real(0.1, 0.5)), shape);
  };
  for (const layer of model.layers) {
    layer.setWeights(layer.getWeights().map(({ shape }) => drawn(shape)));
  }
  const sizeOf = ({ shape }: tf.SymbolicTensor): number[] => shape.slice(1) as number[];
  const weights = (): string[] => model.layers.map((layer) => String(layer.getWeights().map((each) => each.dataSync())));
  const before = weights();
  model.compile({ optimizer: tf.train.sgd(0.5), loss: 'categoricalCrossentropy' });
  const classes = sizeOf(model.outputs[0]!)[0]!;
  const labels = tf.oneHot(tf.tensor1d([0, 1], 'int32'), classes);
  await model.fit(drawn([2, ...sizeOf(model.inputs[0]!)]), labels, { epochs: 1, verbose: 0 });
  const after = weights();
  return model.layers.map(({ name }) => name).filter((_, i) => before[i] !== after[i]);
} // prettier-ignore
