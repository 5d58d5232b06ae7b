import { impossible, valueText } from '../../errors';
import type { LayerInside, ModelInside, SymbolicInside } from '../../graph/model/tfjs-inside';
import { namesOf } from '../describe/names';
import { walk } from '../describe/walk';

/** A layer that makes maps on the way to the model's first output: `[height, width, channels]`. */
export interface MapLayer {
  /** Of a model inside the model: `model/layer`. */
  name: string;
  layer: LayerInside;
  output: SymbolicInside;
}

/** Layers that only pass on, shrink or pad what others have made: nothing is looked at there unless it is asked for. */
const passesOn = /Pool|Dropout|Padding|Reshape|Subsampling|Normalization$/;

/** In the order of computing. A layer used more than once counts where it is used last. */
export function layersWithMaps(model: ModelInside): MapLayer[] {
  const names = namesOf(model);
  const found = new Map<LayerInside, MapLayer>();
  const inputs = model.inputs.map(() => true);
  walk(mainPath(model), inputs, ({ layer, output }) => {
    found.delete(layer);
    const isMap = output.shape.length === 4;
    if (isMap) found.set(layer, { name: names.get(layer) ?? layer.name, layer, output });
    return isMap;
  });
  return [...found.values()];
}

/** The model without its auxiliary outputs, and what only these need. */
export function mainPath({
  inputs,
  outputs,
}: ModelInside): Pick<ModelInside, 'inputs' | 'outputs'> {
  return { inputs, outputs: outputs.slice(0, 1) };
}

/** Those that are worth a look by themselves: they compute, and their maps have more than one place. */
export function telling(layers: readonly MapLayer[]): MapLayer[] {
  return layers.filter(
    ({ layer, output }) => !passesOn.test(layer.getClassName()) && !isOnePlace(output),
  );
}

/**
 * The layer of that name; left out, the last one that tells something.
 *
 * @throws RangeError that names the layers that have maps
 */
export function findMaps(doing: string, model: ModelInside, name?: string): MapLayer {
  const layers = layersWithMaps(model);
  const found =
    name === undefined
      ? (telling(layers).at(-1) ?? layers.at(-1))
      : layers.find((layer) => layer.name === name);
  if (found !== undefined) return found;
  if (layers.length === 0) {
    throw new RangeError(
      impossible(
        doing,
        'aucune couche du modèle ne donne de cartes [hauteur, largeur, canaux]',
        'donnez un modèle qui a au moins une couche conv2d',
      ),
    );
  }
  const all = [...namesOf(model).values()].includes(name as string);
  const what = all
    ? `la couche ${valueText(name)} ne donne pas de cartes sur le chemin de la première sortie`
    : `le modèle n’a pas de couche ${valueText(name)}`;
  throw new RangeError(impossible(doing, what, `donnez l’une de ${listOf(layers)}`));
}

const mostNames = 24;

function listOf(layers: readonly MapLayer[]): string {
  const names = layers.map((layer) => layer.name);
  if (names.length <= mostNames) return names.join(', ');
  const rest = names.length - mostNames;
  return `${names.slice(-mostNames).join(', ')} (les dernières\u00a0; ${rest} autres avant elles, voir describe(model))`;
}

function isOnePlace({ shape }: SymbolicInside): boolean {
  return shape[1] === 1 && shape[2] === 1;
}
