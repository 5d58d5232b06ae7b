import { createHash } from 'node:crypto';

import { isModel, type LayerInside, type ModelInside } from '../graph/model/tfjs-inside';
import { namedWeights } from '../graph/model/weights';

/**
 * The same for the same architecture with the same layers frozen, whatever tfjs called them. Weights
 * do not count, nor how they were drawn: a training that goes on brings its own.
 */
export function networkHash(model: ModelInside): string {
  const weights = namedWeights(model).map(({ name, weight, trainable }) => [
    name,
    weight.shape,
    trainable,
  ]);
  const text = JSON.stringify({ ...architectureOf(model), weights });
  return createHash('sha256').update(text).digest('hex');
}

/** The same for models that answer the same: of one architecture, with the same weights, frozen or not. */
export function answersHash(model: ModelInside): string {
  const hash = createHash('sha256').update(JSON.stringify(architectureOf(model, ['trainable'])));
  for (const { name, weight } of namedWeights(model)) {
    const { buffer, byteOffset, byteLength } = weight.read().dataSync();
    hash.update(name).update(new Uint8Array(buffer, byteOffset, byteLength));
  }
  return hash.digest('hex');
}

/** @param without names of options that do not count */
function architectureOf(model: ModelInside, without: readonly string[] = []) {
  const names = new Map(allLayers(model).map(({ name }, place) => [name, `layer ${place}`]));
  const config = JSON.stringify(model.getConfig(), (key, value: unknown) => {
    if (key === 'name' || /_?initializer$/i.test(key) || value === null) return undefined;
    if (without.includes(key)) return undefined;
    return typeof value === 'string' ? (names.get(value) ?? value) : value;
  });
  const classes = allLayers(model).map((layer) => layer.getClassName());
  return { classes, config };
}

/** The model itself, its layers, and those of models inside it. */
function allLayers(layer: LayerInside): LayerInside[] {
  return isModel(layer) ? [layer, ...layer.layers.flatMap(allLayers)] : [layer];
}
