import { impossible, valueText } from '../../errors';
import type { ModelInside } from '../model/tfjs-inside';
import { namedWeights } from '../model/weights';

/** Factor of the learning rate for a layer, by its name in the model. */
export type RateOf = (layerName: string) => number;

/** By the name of the weight (`0.kernel`) what the learning rate is multiplied by; a weight that is not there: by 1. */
export type LayerRates = ReadonlyMap<string, number>;

/**
 * Asks for the factor of each layer that learns.
 *
 * @throws RangeError when a factor is no finite number above 0
 */
export function readLayerRates(model: ModelInside, rateOf: RateOf | undefined): LayerRates {
  if (rateOf === undefined) return new Map();
  const learned = namedWeights(model).filter(({ trainable }) => trainable);
  return new Map(learned.map(({ name, layer }) => [name, checked(rateOf(layer.name), layer.name)]));
}

function checked(factor: unknown, layer: string): number {
  if (Number.isFinite(factor) && (factor as number) > 0) return factor as number;
  throw new RangeError(
    impossible(
      'choisir le taux de chaque couche (rateOf)',
      `le facteur de la couche '${layer}' vaut ${valueText(factor)} mais il faut un nombre fini au-dessus de 0`,
      'donnez par exemple 0.1\u00a0; pour qu’une couche ne change pas, gelez-la avec trainable: false',
    ),
  );
}
