/** A right inception and a right googLeNet whose wrong variants change one part. The reference uses neither. */
import * as tf from '@convolab/lib/tf';

export type X = tf.SymbolicTensor;
type Pool = Parameters<typeof tf.layers.maxPooling2d>[0];
type Conv = Parameters<typeof tf.layers.conv2d>[0];

/** What may be other than in the paper. */
export interface Parts {
  /** The sides of the three windows of a module. */
  windows?: number[];
  /** What stands in front of the windows. */
  reduced?: boolean;
  activation?: tf.Activation;
  conv?: Partial<Conv>;
  /** The pooling inside a module. */
  inner?: (options: Pool) => tf.Layer;
  inside?: Pool;
  projected?: boolean;
  join?: (branches: X[]) => X;
  /** Of the four poolings between modules. */
  outer?: Pool;
  stem?: { kernelSize?: number; strides?: number; narrow?: boolean };
  modules?: Record<string, readonly number[]>;
  /** In front of which modules maps are pooled. */
  pooled?: string[];
  /** Behind which modules auxiliary classifiers stand. */
  side?: string[];
  /** Maps, neurons, and what is dropped, of an auxiliary classifier. */
  sides?: { pool?: Pool; maps?: number; units?: number; rate?: number };
  head?: (x: X) => X;
  rate?: number;
  output?: tf.Activation;
  outputs?: (main: X, side: X[], aux: boolean) => X | X[];
}

export const modules: Record<string, readonly number[]> = {
  '3a': [64, 96, 128, 16, 32, 32],
  '3b': [128, 128, 192, 32, 96, 64],
  '4a': [192, 96, 208, 16, 48, 64],
  '4b': [160, 112, 224, 24, 64, 64],
  '4c': [128, 128, 256, 24, 64, 64],
  '4d': [112, 144, 288, 32, 64, 64],
  '4e': [256, 160, 320, 32, 128, 128],
  '5a': [256, 160, 320, 32, 128, 128],
  '5b': [384, 192, 384, 48, 128, 128],
};

export const put = (layer: tf.Layer, x: X | X[]): X => layer.apply(x) as X;

/** Both functions, with these parts. */
export function answerWith(parts: Parts = {}) {
  const { windows = [1, 3, 5], reduced = true, activation = 'relu', projected = true } = parts;
  const { inner = (options: Pool) => tf.layers.maxPooling2d(options), rate = 0.4 } = parts;
  const { join = (branches: X[]) => put(tf.layers.concatenate(), branches), side = ['4a', '4d'] } = parts; // prettier-ignore
  const { pooled = ['3a', '4a', '5a'], sides = {}, output = 'softmax' } = parts;
  const { head = (x: X) => put(tf.layers.globalAveragePooling2d({}), x), stem = {} } = parts;
  const conv = (x: X, filters: number, kernelSize: number, more: Partial<Conv> = {}): X =>
    put(tf.layers.conv2d({ filters, kernelSize, padding: 'same', activation, ...parts.conv, ...more }), x); // prettier-ignore
  const halved = (x: X): X =>
    put(tf.layers.maxPooling2d({ poolSize: 3, strides: 2, padding: 'same', ...parts.outer }), x);

  function inception(x: X, [a, b, c, d, e, f]: readonly number[]): X {
    const reduce = (few: number): X => (reduced ? conv(x, few, 1) : x);
    const pool = put(inner({ poolSize: 3, strides: 1, padding: 'same', ...parts.inside }), x);
    return join([
      conv(x, a!, windows[0]!),
      conv(reduce(b!), c!, windows[1]!),
      conv(reduce(d!), e!, windows[2]!),
      projected ? conv(pool, f!, 1) : pool,
    ]);
  }
  function auxiliary(x: X): X {
    const { pool, maps = 128, units = 1024, rate: dropped = 0.7 } = sides;
    let y = put(tf.layers.averagePooling2d({ poolSize: 5, strides: 3, ...pool }), x);
    y = put(tf.layers.flatten(), conv(y, maps, 1));
    y = put(tf.layers.dense({ units, activation }), y);
    if (dropped > 0) y = put(tf.layers.dropout({ rate: dropped }), y);
    return put(tf.layers.dense({ units: 1000, activation: output }), y);
  }
  function googLeNet(aux: boolean): tf.LayersModel {
    const inputs = tf.input({ shape: [224, 224, 3] });
    const { kernelSize = 7, strides = 2, narrow = true } = stem;
    let x = halved(conv(inputs, 64, kernelSize, { strides }));
    x = conv(narrow ? conv(x, 64, 1) : x, 192, 3);
    const classifiers: X[] = [];
    for (const [name, maps] of Object.entries(parts.modules ?? modules)) {
      if (pooled.includes(name)) x = halved(x);
      x = inception(x, maps);
      if (aux && side.includes(name)) classifiers.push(auxiliary(x));
    }
    x = head(x);
    if (rate > 0) x = put(tf.layers.dropout({ rate }), x);
    const main = put(tf.layers.dense({ units: 1000, activation: output }), x);
    const outputs = parts.outputs?.(main, classifiers, aux) ?? [main, ...classifiers];
    return tf.model({ inputs, outputs });
  }
  return { inception, googLeNet };
}
