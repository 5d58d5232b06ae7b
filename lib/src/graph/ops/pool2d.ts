import type { Attributes } from '../build/attribute';
import type { LayerView } from '../model/layer';
import { pair, readWindow, windowShape, type WindowOptions } from './options';

export interface PoolOptions extends Omit<WindowOptions, 'dilations'> {
  poolSize: readonly [number, number];
}

export function readPool(layer: LayerView): PoolOptions {
  const { strides, padding } = readWindow(layer);
  return { strides, padding, poolSize: pair(layer.config['poolSize']) };
}

export function poolAttributes({ strides, padding, poolSize }: PoolOptions): Attributes {
  return {
    T: { type: 'float32' },
    ksize: { ints: [1, ...poolSize, 1] },
    strides: { ints: [1, ...strides, 1] },
    padding: { text: padding },
    data_format: { text: 'NHWC' },
  };
}

export function poolShape(
  shape: readonly (number | null)[],
  { poolSize, ...options }: PoolOptions,
): (number | null)[] {
  return windowShape(shape, poolSize, shape[3] as number, { ...options, dilations: [1, 1] });
}
