import { impossible, valueText } from '../errors';
import { isModel, type LayerInside, type ModelInside } from '../graph/model/tfjs-inside';
import { layersOf } from '../graph/model/weights';
import { blockOf } from '../models/describe/blocks';
import type { LayersModel } from '../tf/models';

/**
 * The blocks of a network that have weights, in order, as the names of its layers tell them: `stem`,
 * `block1a` … `predictions`. The head, what tells classes apart, is the last one. A layer whose name says nothing
 * (`conv2d_Conv2D1`) is a block of its own.
 *
 * @example
 * ```ts
 * const model = smallResNet({ depth: 8, inputShape: [8, 8, 3] });
 * blocksOf(model); // => ['conv1', 'conv2_block1', 'conv3_block1', 'conv4_block1', 'predictions']
 * ```
 */
export function blocksOf(model: LayersModel): string[] {
  return [...new Set(weighted(model).map(({ name }) => blockOf(name)))];
}

/**
 * Lets the last blocks of a network learn, and nothing else: all layers before them are frozen. Normalisations are
 * frozen everywhere: they go on normalising by the statistics that they came with, which `train` leaves as they are.
 * Small batches of other pictures would spoil them (tfjs's own `fit` does, in frozen layers too).
 *
 * @param blocks how many of `blocksOf(model)`, from the end: 0 none, 1 the head, all of them the whole network
 * @returns the model, which is changed
 * @throws RangeError when it has not so many blocks
 *
 * @example
 * ```ts
 * const model = unfreezeLast(smallResNet({ depth: 8, inputShape: [8, 8, 3] }), 2);
 * const learning = describe(model).rows.filter(({ trainable }) => trainable > 0);
 * learning.map(({ name }) => name).slice(2); // => ['conv4_block1_2_conv', 'predictions']
 * ```
 */
export function unfreezeLast<M extends LayersModel>(model: M, blocks: number): M {
  const all = blocksOf(model);
  if (!Number.isInteger(blocks) || blocks < 0 || blocks > all.length) {
    throw new RangeError(
      impossible(
        'dégeler les derniers blocs du réseau',
        `il en est demandé ${valueText(blocks)} mais le réseau en a ${all.length}\u00a0: ${all.join(', ')}`,
        `donnez un entier de 0 (aucun) à ${all.length} (tous)`,
      ),
    );
  }
  const learning = new Set(all.slice(all.length - blocks));
  thaw(model as unknown as ModelInside);
  for (const layer of weighted(model)) {
    const normalises = layer.getClassName() === 'BatchNormalization';
    setTrainable(layer, !normalises && learning.has(blockOf(layer.name)));
  }
  return model;
}

/**
 * Freezes a whole network: `train` changes nothing of it, the statistics of its normalisations neither.
 *
 * @returns the model, which is changed
 *
 * @example
 * ```ts
 * const model = freeze(smallResNet({ depth: 8, inputShape: [8, 8, 3] }));
 * describe(model).totals.trainable; // => 0
 * ```
 */
export function freeze<M extends LayersModel>(model: M): M {
  return unfreezeLast(model, 0);
}

/** A model with `trainable: false` freezes all inside it, whatever its layers say. */
function thaw(model: ModelInside): void {
  setTrainable(model, true);
  for (const layer of model.layers) if (isModel(layer)) thaw(layer);
}

function setTrainable(layer: LayerInside, trainable: boolean): void {
  (layer as { trainable: boolean }).trainable = trainable;
}

function weighted(model: LayersModel): LayerInside[] {
  return layersOf(model as unknown as ModelInside).filter(({ weights }) => weights.length > 0);
}
