import * as tf from '@convolab/lib/tf';

export type X = tf.SymbolicTensor;

/** tfjs keeps the list that it is given: one that grows later would change the graph. */
export const put = (layer: tf.Layer, x: X | X[]): X =>
  layer.apply(Array.isArray(x) ? [...x] : x) as X;

/** Layers one behind the other. */
export const chain = (x: X, ...layers: tf.Layer[]): X =>
  layers.reduce((from, layer) => put(layer, from), x);

/** What may be other than in the stem that both networks have. */
export interface Stem {
  side?: number;
  channels?: number;
  filters?: number;
  margins?: [number, number];
  padding?: 'same' | 'valid';
  pool?: (options: { poolSize: number; strides: number }) => tf.Layer;
  useBias?: boolean;
  norm?: boolean;
  relu?: boolean;
}

/** An image, and what comes out of a 7x7 convolution and a pooling. */
export function stem(parts: Stem = {}): { input: X; x: X } {
  const { side = 224, channels = 3, filters = 64, margins = [3, 1], padding = 'valid' } = parts;
  const { useBias = true, norm = true, relu = true } = parts;
  const { pool = (options) => tf.layers.maxPooling2d(options) } = parts;
  const zeros = (margin: number): tf.Layer[] =>
    margin === 0 ? [] : [tf.layers.zeroPadding2d({ padding: margin })];
  const input = tf.input({ shape: [side, side, channels] });
  const x = chain(
    input,
    ...zeros(margins[0]),
    tf.layers.conv2d({ filters, kernelSize: 7, strides: 2, padding, useBias }),
    ...(norm ? [tf.layers.batchNormalization()] : []),
    ...(relu ? [tf.layers.reLU()] : []),
    ...zeros(margins[1]),
    pool({ poolSize: 3, strides: 2 }),
  );
  return { input, x };
}

/** How a network ends; by default with the means of the maps and a thousand probabilities. */
export interface End {
  units?: number;
  activation?: tf.Activation;
  flat?: boolean;
}

export function closed(input: X, x: X, end: End = {}): tf.LayersModel {
  const { units = 1000, activation = 'softmax', flat = false } = end;
  const bottom = flat ? tf.layers.flatten() : tf.layers.globalAveragePooling2d({});
  return tf.model({ inputs: input, outputs: chain(x, bottom, tf.layers.dense({ units, activation })) }); // prettier-ignore
}
