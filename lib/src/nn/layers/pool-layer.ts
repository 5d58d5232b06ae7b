import { checkOptions } from '../../ops/check-options';
import { poolPlan } from '../../ops/pool-plan';
import type { Padding } from '../../shape/pad-axis';
import type { Volume } from '../../volume/volume';
import type { Engine } from '../engine/engine';
import type { Layer } from './layer';
import { checkImage, given, readSides } from './read-options';

/** Options of the layers `maxPool2d` and `avgPool2d`. */
export interface PoolLayerOptions {
  /** Height and width of the window: a side, or `[vertical, horizontal]`. Default 2. */
  poolSize?: number | readonly [number, number];
  /** Default: the window's size. */
  stride?: number | readonly [number, number];
  /** Default `'valid'`: none. */
  padding?: Padding;
}

/** A pooling layer: what they have in common. */
export function poolLayer(type: 'maxPool2d' | 'avgPool2d', options: PoolLayerOptions): Layer {
  const doing = `créer une couche ${type}`;
  checkOptions(options, ['poolSize', 'stride', 'padding'], doing);
  const poolSize = readSides(options.poolSize ?? 2, 'poolSize', doing);
  const window = { poolSize, stride: options.stride ?? poolSize, padding: options.padding };
  return {
    type,
    options: given(options),
    outputShape(shape, what) {
      checkImage(shape, what);
      return poolPlan([1, ...shape], window, what).outputShape.slice(1);
    },
    forward: (input, { engine }) => engine[type](input, window),
    backward: (dOutput, input, { engine }) => ({
      dInput: engine[`${type}Backward`](dOutput, input, window),
    }),
  };
}

/** A pooling over the whole image: what they have in common. */
export function globalPoolLayer(type: 'globalMaxPool2d' | 'globalAvgPool2d'): Layer {
  const backward = (engine: Engine): ((dOutput: Volume, input: Volume) => Volume) =>
    engine[`${type}Backward`];
  return {
    type,
    options: {},
    outputShape(shape, what) {
      checkImage(shape, what);
      return [shape[2]];
    },
    forward: (input, { engine }) => engine[type](input),
    backward: (dOutput, input, { engine }) => ({ dInput: backward(engine)(dOutput, input) }),
  };
}
