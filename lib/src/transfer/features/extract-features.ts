import { createHash } from 'node:crypto';
import path from 'node:path';

import { datasetsFolder } from '../../data/datasets-root';
import { impossible } from '../../errors';
import type { ModelInside } from '../../graph/model/tfjs-inside';
import { network, type Symbolic } from '../../models/base/grow';
import type { LayersModel } from '../../tf/models';
import { breathing, watchInterruption } from '../../training/interruption';
import { answersHash } from '../../training/network-hash';
import { checkBatchSize } from '../../training/options';
import { Volume } from '../../volume/volume';
import { asVector, checkFeatures } from '../with-head';
import { startAnswerer, type Answerer } from './answerer';
import { FeatureCache } from './feature-cache';
import { chooseFeatureProgress, type FeatureProgress } from './feature-progress';
import { readyFor, someOf } from './image-parts';

/** How to extract features; all of it may be left out. */
export interface FeatureOptions {
  /** How many images are computed at once. Default 32. */
  batchSize?: number;
  /** Makes images what the network takes, batch by batch, as a pretrained network's `prepare`. Default: they are. */
  prepare?: (images: Volume) => Volume;
  /** Keeps the features on disk: in this folder, or (`true`, default) in the course's `.cache/features`. */
  cache?: boolean | string;
  /** Default true: a line in a notebook. Or a function that is told how many are done, of how many. */
  progress?: boolean | FeatureProgress;
  /** Ends after the batch that runs; the parts that are done stay in the cache. */
  signal?: AbortSignal;
}

/** Images whose features lie in one file: an interruption costs no more than these. */
const partSize = 128;

const doing = 'extraire les caractéristiques';

/**
 * What a network sees in images, once for all: its output for each, as a row of numbers (the mean of each map, where
 * it gives maps). It runs as a graph, normalisations folded, and keeps the rows on disk by a hash of the weights, the
 * layers and the images, 128 images a file: what is there is not computed again, an interrupted run goes on, a
 * damaged file counts as none.
 *
 * @param model gives features, as `cutBefore(model)`
 * @param images `[count, …]`, each as the model or `prepare` takes it
 * @returns float32 `[count, features]`
 * @throws RangeError when the model ends in a softmax, or images do not fit
 * @throws Error when it is interrupted
 *
 * @example
 * ```ts
 * const base = cutBefore(smallResNet({ depth: 8, inputShape: [8, 8, 3] }));
 * const images = Volume.zeros([5, 8, 8, 3], 'float32');
 * const features = await extractFeatures(base, images, { cache: false });
 * features.shape; // => [5, 64]
 * ```
 */
export async function extractFeatures(
  model: LayersModel,
  images: Volume,
  options: FeatureOptions = {},
): Promise<Volume> {
  const { batchSize = 32, cache = true, progress = true, prepare } = options;
  checkBatchSize(batchSize, doing);
  checkFeatures(doing, model as unknown as ModelInside);
  const base = givingRows(model);
  const size = base.outputs[0]!.shape[1]!;
  const count = images.shape[0]!;
  const rows = new Float32Array(count * size);
  const kept = cache === false ? undefined : new FeatureCache(folderOf(cache));
  const weights = kept && answersHash(base as unknown as ModelInside);
  const done = chooseFeatureProgress(progress, count);
  const interruption = watchInterruption(options.signal);
  const breath = breathing();
  let answerer: Answerer | undefined;

  const compute = async (from: number, to: number): Promise<void> => {
    answerer ??= await startAnswerer(base);
    for (let start = from; start < to; start += batchSize) {
      if (interruption.stopped()) refuseInterrupted();
      const end = Math.min(start + batchSize, to);
      const batch = readyFor(base, someOf(images, start, end), prepare);
      rows.set(answerer.answer(batch), start * size);
      done(end, count);
      await breath();
    }
  };

  try {
    for (let from = 0; from < count; from += partSize) {
      const to = Math.min(from + partSize, count);
      const part = rows.subarray(from * size, to * size);
      const key = weights && keyOf(weights, base, someOf(images, from, to), prepare);
      const found = key && (await kept.read(key, part.length));
      if (found) {
        part.set(found);
        done(to, count);
        continue;
      }
      await compute(from, to);
      if (key) await kept.write(key, part);
    }
    return new Volume([count, size], rows);
  } finally {
    interruption.close();
    answerer?.close();
  }
}

/** The model; where it gives maps, with the mean of each behind. */
function givingRows(model: LayersModel): LayersModel {
  const [input, output] = [model.inputs[0], model.outputs[0]] as unknown as [Symbolic, Symbolic];
  return output.shape.length === 2 ? model : network(model.name, input, asVector(output));
}

function folderOf(cache: true | string): string {
  return cache === true ? path.join(datasetsFolder(), '..', '.cache', 'features') : cache;
}

/** What the features of some images hang on. Of `prepare` it counts what the first image becomes. */
function keyOf(
  weights: string,
  model: LayersModel,
  images: Volume,
  prepare: FeatureOptions['prepare'],
): string {
  const hash = createHash('sha256').update(weights);
  const first = prepare && readyFor(model, someOf(images, 0, 1), prepare);
  for (const { shape, data } of first ? [images, first] : [images]) {
    hash.update(JSON.stringify(shape));
    hash.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
  return hash.digest('hex');
}

function refuseInterrupted(): never {
  throw new Error(
    impossible(
      doing,
      'l’extraction a été interrompue',
      'exécutez-la de nouveau\u00a0: ce qui est dans le cache ne sera pas recalculé',
    ),
  );
}
