import { wholeTf } from '../../tf/whole-tf';
import { eachWeight, eachWeightFromNow, type Draw } from '../weights/each-weight';
import { paperBackend, paperTensor } from './paper-backend';

const tf = wholeTf();

const blank: Draw = { apply: (shape, dtype = 'float32') => paperTensor(shape, dtype) };

/**
 * Builds a model without room for its weights: `onPaper(() => vgg({ depth: 19 }))` is a real model, with
 * its layers, shapes, `countParams()`, `summary()` and `describe()`, made in milliseconds and without its
 * 575 MB. Its weights have no values: whatever computes with them says so. `setWeights` fills them in.
 *
 * @param build makes the model, at once (no promise): any code that makes layers of tfjs
 * @throws what `build` throws; tfjs is as it was before, whatever happens
 *
 * @example
 * ```ts
 * const model = onPaper(() => vgg({ depth: 19 }));
 * model.countParams(); // => 143667240
 * ```
 */
export function onPaper<T>(build: () => T): T {
  return eachWeight(blankly, build);
}

/** From now on, every model of this process is built on paper. */
export function drawOnPaper(): void {
  eachWeightFromNow(blankly);
}

const blankly: Parameters<typeof eachWeight>[0] = (_draw, add) =>
  withPaperBackend(() => add(blank));

/**
 * tfjs counts the users of a new variable in the backend that is set at that moment. It is not set by
 * `setBackend`, which goes through all kernels each time: a large network has thousands of weights.
 */
function withPaperBackend<T>(work: () => T): T {
  const engine = tf.engine() as unknown as { backendInstance: unknown };
  const before = engine.backendInstance;
  engine.backendInstance = paperBackend;
  try {
    return work();
  } finally {
    engine.backendInstance = before;
  }
}
