import type * as Tfjs from '@tensorflow/tfjs';

import type { LayerInside, ModelInside } from '../graph/model/tfjs-inside';
import type { Symbolic } from '../models/base/grow';
import { walk } from '../models/describe/walk';
import { mainPath } from '../models/learned/maps';
import { onPaper } from '../models/paper/on-paper';
import { isOnPaper } from '../models/paper/paper-backend';

/**
 * Copies the layers of a model, with weights of their own, behind tensors that take the place of its inputs. Models
 * inside it are dissolved: what comes out is flat. Names stay.
 *
 * @returns what takes the place of its first output
 */
export function copyOnto(model: ModelInside, inputs: readonly Symbolic[]): Symbolic {
  const copies = new Map<LayerInside, Tfjs.layers.Layer>();
  // No first weights are drawn that the copied ones would overwrite.
  const [output] = onPaper(() =>
    walk<Symbolic>(mainPath(model), inputs, ({ layer, known }) => {
      const copy = copies.get(layer) ?? likeness(layer);
      copies.set(layer, copy);
      return copy.apply(known.length === 1 ? known[0]! : [...known]) as Symbolic;
    }),
  );
  for (const [layer, copy] of copies) {
    const weights = (layer as unknown as Tfjs.layers.Layer).getWeights();
    // Of a model on paper the copy is on paper too.
    if (!weights.some(isOnPaper)) copy.setWeights(weights);
  }
  return output!;
}

/** A layer of the same options, without weights yet. */
function likeness(layer: LayerInside): Tfjs.layers.Layer {
  const { constructor } = layer as unknown as { constructor: LayerClass };
  return constructor.fromConfig(constructor, layer.getConfig());
}

interface LayerClass {
  fromConfig(from: LayerClass, config: Record<string, unknown>): Tfjs.layers.Layer;
}
