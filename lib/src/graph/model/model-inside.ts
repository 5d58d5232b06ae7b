import { impossible, valueText } from '../../errors';
import type { ModelInside } from './tfjs-inside';

/**
 * A model with what tfjs keeps of it, for whoever goes through its layers.
 *
 * @param doing what an error says we were doing
 * @throws TypeError when it is none, or has no layers
 */
export function modelInside(doing: string, model: unknown): ModelInside {
  const { layers, inputs, outputs, then } = (model ?? {}) as Partial<ModelInside> & { then?: unknown };
  const has = (list: unknown): boolean => Array.isArray(list) && list.length > 0;
  if (has(layers) && has(inputs) && has(outputs)) return model as ModelInside;
  const [found, next] =
    typeof then === 'function'
      ? ['il faut un modèle de tfjs, mais c’est une promesse', 'mettez await devant l’appel qui la rend']
      : !Array.isArray(layers)
        ? [`il faut un modèle de tfjs, mais c’est ${valueText(model)}`, 'donnez par exemple ce que rend tf.sequential ou tf.model']
        : ['le modèle n’a encore aucune couche, ni forme d’entrée', 'ajoutez-lui des couches, et donnez inputShape à sa première couche'];
  throw new TypeError(impossible(doing, found, next));
} // prettier-ignore
