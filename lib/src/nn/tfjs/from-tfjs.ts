import { impossible, valueText } from '../../errors';
import type { LayersModel } from '../../tf';
import { Volume } from '../../volume/volume';
import { sequential, type Network, type NetworkOptions } from '../network';
import type { Layer } from '../layers/layer';
import { readTfLayer } from './read-tf-layer';
import type { TfLayer, TfModel } from './tf-layers';

const doing = 'convertir le modèle tfjs';

/**
 * A tfjs model as a network of ours: the same layers, copies of its weights, the same answers.
 *
 * @param model layers that follow one another (`tf.sequential`, or a model that is a chain), of the
 *   kinds that `layers/` has
 * @param options the engine; `inputShape` is the model's
 * @throws RangeError when the model branches, or a layer or one of its options is none of ours: the
 *   error names it
 */
export function fromTfjs(
  model: LayersModel,
  options: Omit<NetworkOptions, 'inputShape'> = {},
): Network {
  const { layers: tfLayers, inputs } = model as unknown as TfModel;
  const chain = tfLayers.filter((layer) => layer.getClassName() !== 'InputLayer');
  checkChain(tfLayers);
  const layers: Layer[] = chain.map(readTfLayer);
  const inputShape = inputs[0]!.shape.slice(1);
  if (inputs.length !== 1 || inputShape.some((length) => length === null)) {
    throw new RangeError(
      impossible(
        doing,
        `son entrée a la forme ${valueText(inputShape)}`,
        'donnez un modèle à une entrée, dont seule la taille du lot est libre',
      ),
    );
  }
  const network = sequential(layers, { ...options, inputShape: inputShape as number[] });
  const weights: Record<string, Volume> = {};
  for (const { index, name, specs } of network.stages()) {
    const tensors = specs.length > 0 ? chain[index]!.getWeights() : [];
    for (const [i, spec] of specs.entries()) {
      const values = Float32Array.from(tensors[i]!.dataSync());
      weights[`${name}/${spec.name}`] = new Volume(spec.shape, values);
    }
  }
  network.setWeights(weights);
  return network;
}

function checkChain(layers: readonly TfLayer[]): void {
  for (const [i, layer] of layers.entries()) {
    const before = layer.inboundNodes?.[0]?.inboundLayers ?? [];
    const follows = before.length === 0 || (before.length === 1 && before[0] === layers[i - 1]);
    if (follows && (layer.inboundNodes?.length ?? 1) <= 1) continue;
    // A Sequential's first layer has an input layer before it that is not in the list.
    if (i === 0 && before.length === 1 && before[0]!.getClassName() === 'InputLayer') continue;
    throw new RangeError(
      impossible(
        doing,
        `la couche ${layer.name} ne suit pas simplement la précédente`,
        'donnez un modèle dont les couches se suivent, sans branche',
      ),
    );
  }
}
