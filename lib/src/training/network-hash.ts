import { createHash } from 'node:crypto';

import { isModel, type LayerInside, type ModelInside } from '../graph/model/tfjs-inside';
import { namedWeights } from '../graph/model/weights';

/**
 * The same for the same architecture with the same layers frozen, whatever tfjs called them. Weights
 * do not count, nor how they were drawn: a training that goes on brings its own.
 */
export function networkHash(model: ModelInside): string {
  const names = new Map(allLayers(model).map(({ name }, place) => [name, `layer ${place}`]));
  const config = JSON.stringify(model.getConfig(), (key, value: unknown) => {
    if (key === 'name' || /_?initializer$/i.test(key) || value === null) return undefined;
    return typeof value === 'string' ? (names.get(value) ?? value) : value;
  });
  const classes = allLayers(model).map((layer) => layer.getClassName());
  const weights = namedWeights(model).map(({ name, weight, trainable }) => [
    name,
    weight.shape,
    trainable,
  ]);
  return createHash('sha256').update(JSON.stringify({ classes, config, weights })).digest('hex');
}

/** The model itself, its layers, and those of models inside it. */
function allLayers(layer: LayerInside): LayerInside[] {
  return isModel(layer) ? [layer, ...layer.layers.flatMap(allLayers)] : [layer];
}
