import type * as Tfjs from '@tensorflow/tfjs';

import { impossible, valueText } from '../../errors';
import type { LayersModel } from '../../tf/models';
import { Volume } from '../../volume/volume';
import { checkFinite } from './finite';
import { lookAt, runLayers, scoped } from './look';
import { findMaps, layersWithMaps, telling, type MapLayer } from './maps';
import type { OneImage } from './one-image';

/** Which layers, and how many maps of each. */
export interface ActivationsOptions {
  /** Names of layers that make maps. Default: the last of each size of maps, at most five. */
  layers?: readonly string[];
  /** How many maps of each layer, the most active first. Default 8. */
  channels?: number;
}

/** A map of a layer. */
export interface ActivationMap {
  /** Which of the layer's channels, from 0. */
  channel: number;
  /** Mean of its absolute values: how active it is. */
  activity: number;
  /** `[height, width]` */
  map: Volume;
}

/** What a layer makes of an image. */
export interface LayerActivations {
  /** Its name. */
  layer: string;
  /** `[height, width, channels]` of all its maps. */
  shape: number[];
  /** The most active ones, the most active first. */
  maps: ActivationMap[];
}

/** Of more layers a picture would not be looked at. */
const fewLayers = 5;

/**
 * What layers of a model make of an image: of each the maps that are most active.
 *
 * @param model of one image `[height, width, channels]`
 * @returns a layer each, in the order asked for, or of computing
 * @throws RangeError when image or layer are not the model's
 *
 * @example
 * ```ts
 * const model = tf.sequential({ layers: [
 *   tf.layers.conv2d({ name: 'a', inputShape: [2, 2, 1], filters: 3, kernelSize: 1, kernelInitializer: 'ones' }),
 * ] });
 * const [first] = activationsOf(model, [[8, 0], [0, 4]], { channels: 1 });
 * first.shape; // => [2, 2, 3]
 * first.maps[0].activity; // => 3
 * ```
 */
export function activationsOf(
  model: LayersModel,
  image: OneImage,
  options: ActivationsOptions = {},
): LayerActivations[] {
  const doing = 'calculer les cartes du modèle';
  const { channels = 8 } = options;
  if (!Number.isInteger(channels) || channels < 1) {
    const found = `channels vaut ${valueText(channels)} mais il faut un entier d’au moins 1`;
    throw new RangeError(impossible(doing, found, 'donnez par exemple channels: 8'));
  }
  const look = lookAt(doing, model, image);
  const chosen = options.layers?.length
    ? options.layers.map((name) => findMaps(doing, look.model, name))
    : spaced(lastOfEachSize(telling(layersWithMaps(look.model))), [findMaps(doing, look.model)]);
  const { tf } = look;
  return scoped(tf, () => {
    const seen = new Map<MapLayer['output'], LayerActivations>();
    runLayers(look, tf.tensor(look.image.data, [1, ...look.image.shape], 'float32'), (at, tensor) => {
      const found = chosen.find(({ output }) => output === at);
      if (found !== undefined) seen.set(at, read(doing, found.name, tensor, channels));
      return tensor;
    }); // prettier-ignore
    return chosen.map(({ output }) => seen.get(output)!);
  });
}

function read(doing: string, layer: string, tensor: Tfjs.Tensor, most: number): LayerActivations {
  const shape = tensor.shape.slice(1);
  const [height = 1, width = 1, channels = 1] = shape;
  const values = tensor.dataSync() as Float32Array;
  checkFinite(doing, `la couche ${layer} rend`, values);
  const maps = Array.from({ length: channels }, (_, channel): ActivationMap => {
    const map = Volume.zeros([height, width], 'float32');
    for (let i = 0; i < map.size; i++) map.data[i] = values[i * channels + channel]!;
    let sum = 0;
    for (const value of map.data) sum += Math.abs(value);
    return { channel, activity: sum / map.size, map };
  });
  maps.sort((a, b) => b.activity - a.activity);
  return { layer, shape, maps: maps.slice(0, most) };
}

/** What each stage of a model has come to before the next one shrinks it. */
function lastOfEachSize(layers: readonly MapLayer[]): readonly MapLayer[] {
  const last = new Map(layers.map((each) => [each.output.shape.slice(1, 3).join(), each]));
  return [...last.values()];
}

/** From the first to the last, at like distances. */
function spaced(layers: readonly MapLayer[], otherwise: readonly MapLayer[]): readonly MapLayer[] {
  if (layers.length === 0) return otherwise;
  if (layers.length <= fewLayers) return layers;
  return Array.from(
    { length: fewLayers },
    (_, i) => layers[Math.round((i * (layers.length - 1)) / (fewLayers - 1))]!,
  );
}
