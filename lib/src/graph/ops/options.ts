import type { Attributes } from '../build/attribute';
import type { LayerView } from '../model/layer';
import type { Tape } from '../tape';

/** Options of a window that slides over an image, as tfjs's layers keep them. */
export interface WindowOptions {
  strides: readonly [number, number];
  padding: 'VALID' | 'SAME';
  dilations: readonly [number, number];
}

/** Reads them from a layer; what the graph cannot do is refused by name. */
export function readWindow(layer: LayerView): WindowOptions {
  const { strides, padding, dilationRate, dataFormat } = layer.config;
  if (dataFormat === 'channelsFirst') layer.refuse("dataFormat 'channelsFirst'");
  if (padding !== 'valid' && padding !== 'same') layer.refuse(`padding '${String(padding)}'`);
  return {
    strides: pair(strides ?? 1),
    padding: padding === 'same' ? 'SAME' : 'VALID',
    dilations: pair(dilationRate ?? 1),
  };
}

/** Neither TensorFlow on a processor nor tfjs has a gradient for it. */
export function refuseDilated(tape: Tape, layer: LayerView, { dilations }: WindowOptions): void {
  if (tape.training && Math.max(...dilations) > 1) layer.refuse('dilationRate au-dessus de 1');
}

/** A length for both axes, or one for each. */
export function pair(value: unknown): [number, number] {
  if (typeof value === 'number') return [value, value];
  const [first = 1, second = first] = value as number[];
  return [first, second];
}

/** The attributes of TensorFlow's convolutions. */
export function windowAttributes({ strides, padding, dilations }: WindowOptions): Attributes {
  return {
    T: { type: 'float32' },
    strides: { ints: [1, ...strides, 1] },
    padding: { text: padding },
    dilations: { ints: [1, ...dilations, 1] },
    data_format: { text: 'NHWC' },
  };
}

/** The axes of an image after a window went over it: `[batch, height, width, channels]`. */
export function windowShape(
  [batch, height, width]: readonly (number | null)[],
  [windowHeight, windowWidth]: readonly [number, number],
  channels: number,
  { strides, padding, dilations }: WindowOptions,
): (number | null)[] {
  const along = (length: number | null | undefined, window: number, axis: 0 | 1): number | null => {
    if (length === null || length === undefined) return null;
    const reach = padding === 'SAME' ? 1 : (window - 1) * dilations[axis] + 1;
    return Math.ceil((length - reach + 1) / strides[axis]);
  };
  return [batch ?? null, along(height, windowHeight, 0), along(width, windowWidth, 1), channels];
}
