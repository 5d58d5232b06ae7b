import { modelInside } from '../../graph/model/model-inside';
import { weightsOf, type LayerInside } from '../../graph/model/tfjs-inside';
import type { LayersModel } from '../../tf/models';
import { walk } from './walk';

/**
 * From which layers each layer with a kernel takes what it reads: those whose kernel was the last on a way to
 * it, or the input. What stands between (normalisation, activation, pooling, addition, concatenation) passes
 * on all that it reads. Read off the model itself.
 *
 * @returns by the name of the layer, the names of those before it, in the order of the model's ways
 *
 * @example
 * ```ts
 * const model = onPaper(() => denseNet({ blocks: [3], inputShape: [32, 32, 3], classes: 10 }));
 * const sources = sourcesOf(model);
 * sources.get('conv2_block2_1_conv'); // => ['conv1_conv', 'conv2_block1_2_conv']
 * sources.get('conv2_block3_1_conv')!.length; // => 3
 * ```
 */
export function sourcesOf(model: LayersModel): Map<string, string[]> {
  const inside = modelInside('suivre les liens du modèle', model);
  const found = new Map<string, string[]>();
  const first = inside.inputs.map(({ sourceLayer }) => [sourceLayer.name]);
  walk(inside, first, ({ layer, known }): string[] => {
    const read = [...new Set(known.flat())];
    if (!hasKernel(layer)) return read;
    found.set(layer.name, read);
    return [layer.name];
  });
  return found;
}

function hasKernel(layer: LayerInside): boolean {
  return weightsOf(layer).some(([property]) => /kernel$/i.test(property));
}
