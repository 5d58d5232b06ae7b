/** A right alexNet whose wrong variants change one part. The reference answer does not use it. */
import * as tf from '@convolab/lib/tf';

type X = tf.SymbolicTensor;
type Conv = Parameters<typeof tf.layers.conv2d>[0];
type Pool = Parameters<typeof tf.layers.maxPooling2d>[0];

/** What may be other than in AlexNet. Convolutions are counted from 1. */
export interface Parts {
  side?: number;
  /** How many towers there are for `groups`. */
  towers?: (groups: number) => number;
  /** In front of which convolutions the towers meet; 6 is in front of the dense layers. */
  meetings?: number[];
  join?: () => tf.Layer;
  filters?: number[];
  /** Of one convolution, or of all. */
  conv?: (at: number) => Partial<Conv>;
  pool?: (options: Pool) => tf.Layer;
  pools?: Pool;
  /** Behind which convolutions. */
  pooled?: number[];
  units?: number[];
  dense?: Partial<Parameters<typeof tf.layers.dense>[0]>;
  output?: tf.Activation;
  /** Behind each hidden dense layer. */
  rates?: (number | undefined)[];
}

export const put = (layer: tf.Layer, x: X | X[]): X => layer.apply(x) as X;

/** An AlexNet with these parts. */
export const alexWith =
  (parts: Parts = {}) =>
  (groups: number): tf.LayersModel => {
    const { side = 227, meetings = [3, 6], join = () => tf.layers.concatenate() } = parts;
    const { filters = [96, 256, 384, 384, 256], pooled = [1, 2, 5], output = 'softmax' } = parts;
    const { pool = (options: Pool) => tf.layers.maxPooling2d(options) } = parts;
    const { units = [4096, 4096, 1000], rates = [0.5, 0.5] } = parts;
    const towers = parts.towers?.(groups) ?? groups;
    const inputs = tf.input({ shape: [side, side, 3] });
    const met = (ends: X[]): X[] => (ends.length === 1 ? ends : [put(join(), ends)]);
    let ends: X[] = [inputs];
    for (const [i, count] of filters.entries()) {
      const at = i + 1;
      if (meetings.includes(at)) ends = met(ends);
      ends = Array.from({ length: towers }, (_, tower) => {
        const conv = tf.layers.conv2d({
          filters: count / towers,
          kernelSize: [11, 5, 3][i] ?? 3,
          strides: i === 0 ? 4 : 1,
          padding: i === 0 ? 'valid' : 'same',
          activation: 'relu',
          ...parts.conv?.(at),
        });
        const maps = put(conv, ends[tower] ?? ends[0]!);
        if (!pooled.includes(at)) return maps;
        return put(pool({ poolSize: 3, strides: 2, ...parts.pools }), maps);
      });
    }
    let x = put(tf.layers.flatten(), met(ends)[0]!);
    for (const [i, count] of units.entries()) {
      const activation = i === units.length - 1 ? output : 'relu';
      x = put(tf.layers.dense({ units: count, activation, ...parts.dense }), x);
      const rate = rates[i];
      if (rate !== undefined) x = put(tf.layers.dropout({ rate }), x);
    }
    return tf.model({ inputs, outputs: x });
  };
