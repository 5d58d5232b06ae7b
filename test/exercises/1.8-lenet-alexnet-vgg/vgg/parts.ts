/** A right vgg whose wrong variants change one part. The reference answer does not use it. */
import * as tf from '@convolab/lib/tf';

type Conv = Parameters<typeof tf.layers.conv2d>[0];
type Pool = Parameters<typeof tf.layers.maxPooling2d>[0];

/** What a student is asked for. */
export type Call = [blocks: number[], inputShape: number[], classes: number];
export type Answer = (...call: Call) => unknown;

/** What may be other than in VGG. Blocks are counted from 0. */
export interface Parts {
  /** Filters of a block. */
  filters?: (block: number) => number;
  conv?: Partial<Conv>;
  pool?: (options: Pool) => tf.Layer;
  pools?: Pool;
  /** How many poolings stand behind a convolution. Default: one behind the last of a block. */
  poolings?: (at: { block: number; isLast: boolean; isEnd: boolean }) => number;
  units?: number[];
  dense?: { useBias?: boolean };
  hidden?: tf.Activation;
  output?: tf.Activation;
  /** Behind each hidden dense layer; undefined: none. */
  rates?: (number | undefined)[];
  /** Does an image too small pass? */
  lenient?: boolean;
}

/** The layers for a call, in order, ready to be changed. */
export function layersOf([blocks, inputShape, classes]: Call, parts: Parts = {}): tf.Layer[] {
  const { filters = (block: number) => Math.min(64 * 2 ** block, 512), output = 'softmax' } = parts;
  const { pool = (options: Pool) => tf.layers.maxPooling2d(options), hidden = 'relu' } = parts;
  const { poolings = ({ isLast }) => (isLast ? 1 : 0), units = [4096, 4096] } = parts;
  const { rates = [0.5, 0.5], lenient = false } = parts;
  if (!lenient && Math.min(inputShape[0]!, inputShape[1]!) < 2 ** blocks.length) {
    throw new RangeError('vgg : image trop petite');
  }
  const layers: tf.Layer[] = [];
  for (const [block, count] of blocks.entries()) {
    for (let i = 0; i < count; i++) {
      layers.push(
        tf.layers.conv2d({
          ...(layers.length === 0 ? { inputShape } : {}),
          ...{ filters: filters(block), kernelSize: 3, padding: 'same', activation: 'relu' },
          ...parts.conv,
        }),
      );
      const isLast = i === count - 1;
      const how = { block, isLast, isEnd: isLast && block === blocks.length - 1 };
      for (let left = poolings(how); left > 0; left--) {
        layers.push(pool({ poolSize: 2, ...parts.pools }));
      }
    }
  }
  if (classes === 0) return layers;
  layers.push(tf.layers.flatten());
  for (const [i, count] of units.entries()) {
    layers.push(tf.layers.dense({ units: count, activation: hidden, ...parts.dense }));
    const rate = rates[i];
    if (rate !== undefined) layers.push(tf.layers.dropout({ rate }));
  }
  return [...layers, tf.layers.dense({ units: classes, activation: output, ...parts.dense })];
}

/** A VGG with these parts. */
export const vggWith =
  (parts?: Parts): Answer =>
  (...call) =>
    tf.sequential({ layers: layersOf(call, parts) });

/** A VGG of other layers than these. */
export const vggOf =
  (change: (layers: tf.Layer[], call: Call) => tf.Layer[]): Answer =>
  (...call) =>
    tf.sequential({ layers: change(layersOf(call), call) });
