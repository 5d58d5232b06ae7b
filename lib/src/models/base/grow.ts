import type * as Tfjs from '@tensorflow/tfjs';

import type { Layer, LayersModel } from '../../tf/models';
import { wholeTf } from '../../tf/whole-tf';

const tf = wholeTf();

/** A tensor that a model will compute: it has a shape and no numbers yet. */
export type Symbolic = Tfjs.SymbolicTensor;

/** What tfjs makes, or a layer of ours, which has the library's own small type. */
export type AnyLayer = Tfjs.layers.Layer | Layer;

/** Where a network begins. */
export function image(shape: readonly number[]): Symbolic {
  return tf.input({ shape: [...shape], name: 'input' });
}

/** Puts layers one behind the other: `chain(x, a, b)` is b(a(x)). */
export function chain(x: Symbolic, ...layers: readonly AnyLayer[]): Symbolic {
  let end = x;
  for (const layer of layers) end = apply(layer, end);
  return end;
}

/** Brings branches together in one layer: `join(tf.layers.add(), a, b)`. */
export function join(layer: AnyLayer, ...branches: Symbolic[]): Symbolic {
  return apply(layer, branches);
}

/** The network from an image to what comes out. */
export function network(
  name: string,
  inputs: Symbolic,
  outputs: Symbolic | Symbolic[],
): LayersModel {
  return tf.model({ name, inputs, outputs }) as unknown as LayersModel;
}

function apply(layer: AnyLayer, x: Symbolic | Symbolic[]): Symbolic {
  return (layer as unknown as Tfjs.layers.Layer).apply(x) as Symbolic;
}
