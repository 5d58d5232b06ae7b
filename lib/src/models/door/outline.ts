import type { LayersModel } from '../../tf/models';
import { canonical } from './canonical';
import { partsOf, shapeOf, type Part } from './parts';

/**
 * A layer in an outline: class and window, output of one image, parameters, activation; then the numbers of the
 * layers that it reads, where that is not just the one before it (0 is the image).
 */
export type OutlineRow = [
  type: string,
  output: string,
  parameters: number,
  activation: string,
  from?: string,
];

/** A model in plain data: what a public case compares, and shows. */
export interface Outline {
  /** Shape of one image: « 28 × 28 × 1 ». */
  input: string;
  /** Those that compute, and what drops numbers while the network learns, in order. */
  layers: OutlineRow[];
  /** Of all layers together. */
  parameters: number;
  /** Where there are several outputs, the layers that give them, in order. */
  outputs?: number[];
}

/**
 * The layers of a model that compute, in order. Models that are written otherwise and compute the same have
 * the same outline: an activation may be a layer of its own, a margin too, and branches may have been built in
 * any order (`canonical`).
 *
 * @example
 * ```ts
 * outlineOf(leNet()).layers[1]; // => ['AveragePooling2D 2 × 2, pas 2', '14 × 14 × 6', 0, '']
 * ```
 */
export function outlineOf(model: LayersModel): Outline {
  const { parts, outputs } = canonical(partsOf(model));
  const layers = parts.filter(({ type }) => type !== 'InputLayer');
  const places = new Map<Part, number>(layers.map((part, i) => [part, i + 1]));
  const placeOf = (part: Part): number => places.get(part) ?? 0;
  const rows = layers.map(({ type, shape, parameters, activation, from }, i): OutlineRow => {
    const sources = from.map(placeOf).join(', ');
    const row = [type, shape, parameters, activation] as const;
    return sources === String(i) ? [...row] : [...row, sources];
  });
  return {
    input: model.inputs.map(({ shape }) => shapeOf(shape.slice(1))).join(' ; '),
    layers: rows,
    parameters: layers.reduce((sum, { parameters }) => sum + parameters, 0),
    ...(outputs.length > 1 ? { outputs: outputs.map(placeOf) } : {}),
  };
}
