import type { LayersModel } from '../../tf/models';
import { describe } from '../describe/describe';

/** A layer in an outline: class, output of one image, parameters, activation. */
export type OutlineRow = [type: string, output: string, parameters: number, activation: string];

/** A model in plain data: what a public case compares, and shows. */
export interface Outline {
  /** Shape of one image: « 28 × 28 × 1 ». */
  input: string;
  /** Those that compute, in order. */
  layers: OutlineRow[];
  /** Of all layers together. */
  parameters: number;
}

/** They compute nothing that is seen in what the layers around them give. */
const silent = new Set(['InputLayer', 'ZeroPadding2D', 'Flatten', 'Reshape', 'Dropout']);
const activations: Record<string, string> = {
  ReLU: 'relu',
  Softmax: 'softmax',
  ELU: 'elu',
  LeakyReLU: 'leakyRelu',
};

/**
 * The layers of a model that compute, in order. Models that are written otherwise and compute the same have
 * the same outline: an activation may be a layer of its own, a margin too.
 *
 * @example
 * ```ts
 * outlineOf(leNet()).layers[1]; // => ['AveragePooling2D', '14 × 14 × 6', 0, '']
 * ```
 */
export function outlineOf(model: LayersModel): Outline {
  const { rows, totals } = describe(model);
  const layers: OutlineRow[] = [];
  for (const [i, { type, outputShape, parameters }] of rows.entries()) {
    const activation = activationOf(model, i, type);
    const last = layers.at(-1);
    if (silent.has(type)) continue;
    if (parameters === 0 && activation !== '' && last !== undefined && last[3] === '') {
      last[3] = activation;
    } else {
      layers.push([type, shapeOf(outputShape), parameters, activation]);
    }
  }
  const input = model.inputs[0]!.shape.slice(1) as number[];
  return { input: shapeOf(input), layers, parameters: totals.parameters };
}

function activationOf(model: LayersModel, index: number, type: string): string {
  const layer = model.layers[index] as unknown as { getConfig(): Record<string, unknown> };
  const named = layer.getConfig()['activation'] ?? activations[type];
  return typeof named === 'string' && named !== 'linear' ? named : '';
}

const shapeOf = (shape: readonly number[]): string => shape.join(' × ');
