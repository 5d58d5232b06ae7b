import type * as Tfjs from '@tensorflow/tfjs';

import { wholeTf } from '../../tf/whole-tf';
import { paperBackend, paperTensor } from './paper-backend';

const tf = wholeTf();

type DType = 'float32' | 'int32' | 'bool';
type Draw = { apply(shape: number[], dtype?: DType): Tfjs.Tensor };
type AddWeight = (
  this: Tfjs.layers.Layer,
  name: string,
  shape: number[],
  dtype: DType | undefined,
  initializer: Draw,
  regularizer?: unknown,
  trainable?: boolean,
  constraint?: unknown,
  zeros?: () => Draw,
) => unknown;

/** What tfjs calls for each weight of each layer, and does not declare as public. */
const layer = tf.layers.Layer.prototype as unknown as { addWeight: AddWeight };

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
  const usual = layer.addWeight;
  layer.addWeight = function (name, shape, dtype, _draw, regularizer, trainable, constraint) {
    return withPaperBackend(() =>
      usual.call(this, name, shape, dtype, blank, regularizer, trainable, constraint, () => blank),
    );
  };
  try {
    return build();
  } finally {
    layer.addWeight = usual;
  }
}

/** tfjs counts the users of a new variable in the backend that is set at that moment. */
function withPaperBackend<T>(work: () => T): T {
  const before = tf.getBackend();
  switchTo(paperBackend);
  try {
    return work();
  } finally {
    switchTo(before);
  }
}

/** A backend that is there already is set before the promise is returned. */
function switchTo(name: string): void {
  void tf.setBackend(name);
}
