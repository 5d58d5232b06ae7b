import { wholeTf } from '../../tf/whole-tf';
import { eachWeight, eachWeightFromNow, type Draw } from '../weights/each-weight';
import { paperBackend, paperTensor, type AskedBy } from './paper-backend';

const tf = wholeTf();

/**
 * Builds a model without room for its weights: `onPaper(() => vgg({ depth: 19 }))` is a real model, with
 * its layers, shapes, `countParams()`, `summary()` and `describe()`, made in milliseconds and without its
 * 575 MB. Its weights have no values: whatever computes with them says so. `setWeights` fills them in.
 *
 * @param build makes the model, at once (no promise): any code that makes layers of tfjs
 * @param askedBy `'exercise'` where a student's answer builds it: errors then say what an answer may do
 * @throws what `build` throws; tfjs is as it was before, whatever happens
 *
 * @example
 * ```ts
 * const model = onPaper(() => vgg({ depth: 19 }));
 * model.countParams(); // => 143667240
 * ```
 */
export function onPaper<T>(build: () => T, askedBy: AskedBy = 'onPaper'): T {
  return eachWeight(blankly(askedBy), build);
}

/** From now on, every model of this process is built on paper: those of a student's answers. */
export function drawOnPaper(): void {
  eachWeightFromNow(blankly('exercise'));
}

function blankly(askedBy: AskedBy): Parameters<typeof eachWeight>[0] {
  const blank: Draw = {
    apply: (shape, dtype = 'float32') => paperTensor(shape, dtype, askedBy),
  };
  return (_draw, add) => withPaperBackend(() => add(blank));
}

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
