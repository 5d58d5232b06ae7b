import { impossible, shapeCode, valueText } from '../../errors';
import { weightsOf, type LayerInside, type ModelInside } from '../../graph/model/tfjs-inside';
import type { LayersModel } from '../../tf/models';
import { Volume } from '../../volume/volume';
import { namesOf } from '../describe/names';
import { checkFinite } from './finite';
import { readModel } from './look';

/** The filters of a layer. */
export interface Filters {
  /** Its name. */
  layer: string;
  /** A filter each: `[height, width, channels]`. */
  filters: Volume[];
}

/**
 * The filters that a convolution has learned, as far as one can look at them: those that see an image of one channel
 * or three.
 *
 * @param layer its name. Default: the first such convolution
 * @throws RangeError that names the layers whose filters can be seen
 *
 * @example
 * ```ts
 * const layer = tf.layers.conv2d({ name: 'a', inputShape: [9, 9, 3], filters: 8, kernelSize: 5 });
 * const { filters } = filtersOf(tf.sequential({ layers: [layer] }));
 * filters.length; // => 8
 * filters[0].shape; // => [5, 5, 3]
 * ```
 */
export function filtersOf(model: LayersModel, layer?: string): Filters {
  const doing = 'montrer les filtres';
  const inside = readModel(doing, model);
  const banks = banksOf(inside);
  const [name, kernel] = banks.find(([each]) => layer === undefined || each === layer) ?? refuse();
  const [height = 1, width = 1, channels = 1, count = 1] = kernel.shape as number[];
  const values = kernel.read().dataSync();
  checkFinite(doing, `les filtres de la couche ${name} contiennent`, values);
  const filters = Array.from({ length: count }, (_, filter) => {
    const one = Volume.zeros([height, width, channels], 'float32');
    for (let i = 0; i < one.size; i++) one.data[i] = values[i * count + filter]!;
    return one;
  });
  return { layer: name, filters };

  function refuse(): never {
    const names = banks.map(([each]) => each);
    const known = [...namesOf(inside)].find(([, each]) => each === layer)?.[0];
    const found =
      layer === undefined
        ? 'aucune couche n’a de filtres à 1 ou 3 canaux'
        : known === undefined
          ? `le modèle n’a pas de couche ${valueText(layer)}`
          : `la couche ${valueText(layer)} ${whyNot(known)}`;
    const next =
      names.length === 0
        ? 'donnez un modèle qui commence par une conv2d sur une image grise ou en couleurs'
        : `donnez ${names.length === 1 ? '' : 'l’une de '}${names.join(', ')}`;
    throw new RangeError(impossible(doing, found, next));
  }
}

/** Why a layer's filters are none that make a picture. */
function whyNot(layer: LayerInside): string {
  const kernel = weightsOf(layer).find(([property]) => property === 'kernel')?.[1];
  if (kernel?.shape.length !== 4) return 'n’a pas de filtres de convolution';
  const shape = shapeCode(kernel.shape as number[]);
  return `a des filtres ${shape}, sur ${kernel.shape[2]} canaux, alors qu’une image en a 1 ou 3`;
}

function banksOf(model: ModelInside) {
  return [...namesOf(model)].flatMap(([layer, name]) =>
    weightsOf(layer).flatMap(([property, weight]) => {
      const { shape } = weight;
      const seen = shape.length === 4 && (shape[2] === 1 || shape[2] === 3);
      return property === 'kernel' && seen ? [[name, weight] as const] : [];
    }),
  );
}
