import { isModel, type LayerInside, type ModelInside } from '../../graph/model/tfjs-inside';

/** Every layer, each once, with its name and those of the models it lies in: `model/layer`. */
export function namesOf(model: ModelInside, prefix = ''): Map<LayerInside, string> {
  return new Map(
    model.layers.flatMap((layer): [LayerInside, string][] =>
      isModel(layer)
        ? [...namesOf(layer, `${prefix}${layer.name}/`)]
        : [[layer, prefix + layer.name]],
    ),
  );
}
