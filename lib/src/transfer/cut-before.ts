import { impossible, valueText } from '../errors';
import type { ModelInside, SymbolicInside } from '../graph/model/tfjs-inside';
import { network, type Symbolic } from '../models/base/grow';
import { blockOf } from '../models/describe/blocks';
import { walk, type Step } from '../models/describe/walk';
import { mainPath } from '../models/learned/maps';
import type { LayersModel } from '../tf/models';

const doing = 'couper le réseau';

/**
 * The first part of a network: what a layer reads is what comes out. Without a layer it is cut before its head,
 * the last layer that has learned to tell classes apart, so that the features come out which that layer reads.
 * A network without head (`includeTop: false`) is given back as it is.
 *
 * The weights are those of the model itself, not copies: what changes there changes here, and `dispose` frees both.
 *
 * @param layer name of a layer, or of a block (see `blocksOf`): before its first one
 * @throws RangeError when there is no such layer, or it reads the image, or several things at once
 *
 * @example
 * ```ts
 * const model = smallResNet({ depth: 8, inputShape: [8, 8, 3] });
 * cutBefore(model).outputs[0]!.shape; // => [null, 64]
 * cutBefore(model, 'conv4_block1').outputs[0]!.shape; // => [null, 4, 4, 32]
 * ```
 */
export function cutBefore(model: LayersModel, layer?: string): LayersModel {
  const inside = model as unknown as ModelInside;
  const output = layer === undefined ? readByHead(inside) : readBy(inside, layer);
  if (output === undefined) return model;
  if (inside.inputs.includes(output)) {
    refuse(
      layer === undefined
        ? 'il n’y a aucune couche avant celle qui distingue les classes'
        : `la couche ou le bloc ${valueText(layer)} lit l’entrée du réseau\u00a0: il n’en resterait rien`,
      'coupez plus loin',
    );
  }
  const [from, to] = [inside.inputs[0], output] as unknown as [Symbolic, Symbolic];
  return network(model.name, from, to);
}

/** What the head, the last layer with weights that gives a number for each class, reads; undefined where there is none. */
function readByHead(model: ModelInside): SymbolicInside | undefined {
  const back = (
    from: SymbolicInside | undefined,
    ...kinds: string[]
  ): SymbolicInside | undefined =>
    from !== undefined && kinds.includes(from.sourceLayer.getClassName())
      ? back(inputOf(from), ...kinds)
      : from;
  const head = back(model.outputs[0], 'Activation', 'Softmax');
  const isHead =
    head?.shape.length === 2 &&
    head.sourceLayer.weights.length > 0 &&
    head.sourceLayer.getClassName() !== 'BatchNormalization';
  return isHead ? back(inputOf(head), 'Dropout') : undefined;
}

function inputOf({ sourceLayer, nodeIndex }: SymbolicInside): SymbolicInside | undefined {
  return sourceLayer.inboundNodes[nodeIndex]?.inputTensors[0];
}

/** What the layer, or the first one of the block, reads. */
function readBy(model: ModelInside, wanted: string): SymbolicInside {
  const path: Step<unknown>[] = [];
  walk<unknown>(mainPath(model), model.inputs, (step) => path.push(step));
  const flat = path.filter(({ layer }) => model.layers.includes(layer));
  const found =
    flat.find(({ layer }) => layer.name === wanted) ??
    flat.find(({ layer }) => blockOf(layer.name) === wanted);
  if (found === undefined) {
    const blocks = [...new Set(flat.map(({ layer }) => blockOf(layer.name)))];
    refuse(
      `${valueText(wanted)} n’est ni une couche ni un bloc sur le chemin de sa première sortie`,
      `donnez le nom d’une de ses couches (describe(model) les montre) ou d’un de ses blocs\u00a0: ${blocks.join(', ')}`,
    );
  }
  const [input, other] = found.inputs;
  if (other === undefined) return input!;
  return refuse(
    `la couche ${valueText(found.layer.name)} lit ${found.inputs.length} entrées`,
    'coupez devant une couche qui n’en lit qu’une',
  );
}

function refuse(found: string, next: string): never {
  throw new RangeError(impossible(doing, found, next));
}
