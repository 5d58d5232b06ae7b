import { blockOf } from '../../../models/describe/blocks';
import { kindOf } from '../layer-kinds';
import type { LayerNode } from './read-graph';

/**
 * What one box of the diagram stands for: a layer that computes, with the thin ones round it
 * (normalisation, activation, dropout, margin) that have no box of their own.
 */
export interface Unit {
  /** In the order of the computation. */
  layers: readonly LayerNode[];
  /** The layer that gives the box its name. */
  main: LayerNode;
  /** The units that it reads, by their place in the list. */
  inputs: readonly number[];
}

const thinTypes = new Set([
  'Activation', 'BatchNormalization', 'Dropout', 'ELU', 'GaussianNoise', 'InputNormalization', 'LayerNormalization',
  'LeakyReLU', 'LocalResponseNormalization', 'Masking', 'PReLU', 'ReLU', 'Rescaling', 'Reshape', 'Softmax', 'SpatialDropout2D',
  'ThresholdedReLU', 'ZeroPadding2D',
]); // prettier-ignore

/**
 * The units of a graph. A thin layer goes with the one before it, where nothing else reads that one;
 * else (and margins always, which are there for the window that follows) with the one behind it.
 */
export function unitsOf(nodes: readonly LayerNode[]): Unit[] {
  const readers = countReaders(nodes);
  const unitAt = new Map<number, number>();
  const units: { layers: LayerNode[]; inputs: number[]; last: number }[] = [];
  for (const [i, node] of nodes.entries()) {
    const [before] = node.inputs;
    const unit = node.inputs.length === 1 ? units[unitAt.get(before!)!] : undefined;
    const alone = unit?.last === before && readers[before!] === 1 && !nodes[before!]!.isOutput;
    if (unit !== undefined && alone && goesWith(unit.layers, node)) {
      unit.layers.push(node);
      unit.last = i;
      unitAt.set(i, unitAt.get(before!)!);
    } else {
      const inputs = node.inputs.map((input) => unitAt.get(input)!);
      unitAt.set(i, units.push({ layers: [node], inputs, last: i }) - 1);
    }
  }
  return units.map(({ layers, inputs }) => ({ layers, inputs, main: mainOf(layers) }));
}

function countReaders(nodes: readonly LayerNode[]): number[] {
  const readers = nodes.map(() => 0);
  for (const { inputs } of nodes) for (const input of inputs) readers[input]! += 1;
  return readers;
}

function goesWith(layers: readonly LayerNode[], node: LayerNode): boolean {
  const main = mainOf(layers);
  if (main.type === 'InputLayer') return false;
  if (thinTypes.has(main.type)) return kindOf(node.type) !== 'join'; // still in front of its layer
  if (!thinTypes.has(node.type) || node.type === 'ZeroPadding2D') return false;
  // A normalisation of maps put together belongs to the layer that reads them.
  return main.type !== 'Concatenate' || blockOf(main.name) === blockOf(node.name);
}

function mainOf(layers: readonly LayerNode[]): LayerNode {
  return layers.find(({ type }) => !thinTypes.has(type)) ?? layers[0]!;
}
