import type * as Tfjs from '@tensorflow/tfjs';

import { wholeTf } from '../../tf/whole-tf';

type DType = 'float32' | 'int32' | 'bool';

/** Makes the first numbers of a weight, as tfjs's initializers do. */
export interface Draw {
  apply(shape: number[], dtype?: DType): Tfjs.Tensor;
}

type AddWeight = (
  this: Tfjs.layers.Layer,
  name: string,
  shape: number[],
  dtype: DType | undefined,
  draw: Draw,
  regularizer?: unknown,
  trainable?: boolean,
  constraint?: unknown,
  instead?: () => Draw,
) => unknown;

/** What tfjs calls for each weight of each layer, and does not declare as public. */
const layer = wholeTf().layers.Layer.prototype as unknown as { addWeight: AddWeight };

/**
 * While `build` makes layers, `make` decides how the numbers of each weight are drawn: it is given what tfjs
 * would draw with, and adds the weight with the same or another. Afterwards tfjs is as it was before.
 */
export function eachWeight<T>(
  make: (draw: Draw, add: (draw: Draw) => unknown) => unknown,
  build: () => T,
): T {
  const undo = eachWeightFromNow(make);
  try {
    return build();
  } finally {
    undo();
  }
}

/** The same until further notice. @returns makes tfjs as it was before */
export function eachWeightFromNow(
  make: (draw: Draw, add: (draw: Draw) => unknown) => unknown,
): () => void {
  const usual = layer.addWeight;
  layer.addWeight = function (name, shape, dtype, draw, regularizer, trainable, constraint) {
    return make(draw, (other) =>
      usual.call(this, name, shape, dtype, other, regularizer, trainable, constraint, () => other),
    );
  };
  return () => {
    layer.addWeight = usual;
  };
}
