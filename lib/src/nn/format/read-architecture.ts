import { shapeCode } from '../../errors';
import * as makers from '../layers';
import type { Layer } from '../layers/layer';
import { planStages, weightName, type Stage } from '../stages';
import { Unreadable, type Stored } from './read-safetensors';

/** The layers that a file may name: those that `layers/` has, and no other function of that module. */
const known: Record<string, (options: never) => Layer> = {
  avgPool2d: makers.avgPool2d,
  batchNorm: makers.batchNorm,
  conv2d: makers.conv2d,
  dense: makers.dense,
  depthwiseConv2d: makers.depthwiseConv2d,
  dropout: makers.dropout,
  elu: makers.elu,
  flatten: makers.flatten,
  globalAvgPool2d: makers.globalAvgPool2d,
  globalMaxPool2d: makers.globalMaxPool2d,
  leakyRelu: makers.leakyRelu,
  linear: () => makers.activation('linear'),
  maxPool2d: makers.maxPool2d,
  relu: makers.relu,
  relu6: makers.relu6,
  sigmoid: makers.sigmoid,
  softmax: makers.softmax,
  swish: makers.swish,
  tanh: makers.tanh,
};

const mostLayers = 10_000;

/**
 * Reads the layers of a file, and holds them against the weights it has, before a network is built: so
 * it cannot ask for more room than it brings.
 *
 * @throws Unreadable when the text is not one of ours, or weights are missing or have other shapes
 */
export function readArchitecture(
  text: string | undefined,
  tensors: Stored['tensors'],
): { layers: Layer[]; inputShape: number[]; stages: Stage[] } {
  let layers: Layer[];
  let inputShape: number[];
  let stages: Stage[];
  try {
    const found = JSON.parse(text ?? '') as { inputShape: number[]; layers: unknown[] };
    if (found.layers.length > mostLayers) throw new RangeError('plus de couches que possible');
    layers = found.layers.map(readLayer);
    inputShape = found.inputShape;
    stages = planStages(layers, inputShape);
  } catch (error) {
    throw new Unreadable(`son architecture est illisible (${(error as Error).message})`);
  }
  for (const stage of stages) {
    for (const spec of stage.specs) {
      const name = weightName(stage, spec);
      const stored = tensors.get(name);
      if (stored === undefined) throw new Unreadable(`les poids ${name} n'y sont pas`);
      if (shapeCode(stored.shape) === shapeCode(spec.shape)) continue;
      throw new Unreadable(
        `${name} a la forme ${shapeCode(stored.shape)} mais son architecture veut ${shapeCode(spec.shape)}`,
      );
    }
  }
  return { layers, inputShape, stages };
}

function readLayer(value: unknown): Layer {
  const { type, options } = Object(value) as { type?: unknown; options?: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(known, type)) {
    throw new RangeError(`la couche ${String(type)} n'existe pas ici`);
  }
  if (typeof options !== 'object' || options === null) throw new TypeError('options absentes');
  return known[type]!(options as never);
}
