/** A right block, transition and DenseNet, whose wrong variants change one part. The reference does not use them. */
import * as tf from '@convolab/lib/tf';
import { chain, closed, put, stem, type End, type Stem, type X } from '../put';

export type Block = (x: X, layers: number, growth: number) => X;
export type Transition = (x: X) => X;

/** What may be other than in a dense block. */
export interface BlockParts {
  /** Of the 1 × 1: how many times the growth. */
  wide?: number;
  useBias?: boolean;
  kernelSize?: number;
  padding?: 'same' | 'valid';
  bottleneck?: boolean;
  /** Convolution, then normalisation and ReLU. */
  post?: boolean;
  relu?: boolean;
  /** Behind the 1 × 1 too. */
  normTwice?: boolean;
  join?: (before: X, fresh: X, input: X) => X;
  /** How many layers are made, of as many as are asked for. */
  count?: (layers: number) => number;
}

const concat = (before: X, fresh: X): X => put(tf.layers.concatenate(), [before, fresh]);

/** A dense block with these parts. */
export const blockWith =
  (parts: BlockParts = {}): Block =>
  (x, layers, growth) => {
    const { wide = 4, useBias = false, kernelSize = 3, padding = 'same', relu = true } = parts;
    const { bottleneck = true, post = false, normTwice = true } = parts;
    const { join = concat, count = (asked) => asked } = parts;
    const ready = (norm = true): tf.Layer[] => [
      ...(norm ? [tf.layers.batchNormalization()] : []),
      ...(relu ? [tf.layers.reLU()] : []),
    ];
    const unit = (conv: tf.Layer, norm = true): tf.Layer[] =>
      post ? [conv, ...ready(norm)] : [...ready(norm), conv];
    let all = x;
    for (let layer = 0; layer < count(layers); layer++) {
      const one = tf.layers.conv2d({ filters: wide * growth, kernelSize: 1, useBias });
      const three = tf.layers.conv2d({ filters: growth, kernelSize, padding, useBias });
      const fresh = chain(all, ...(bottleneck ? unit(one) : []), ...unit(three, normTwice));
      all = join(all, fresh, x);
    }
    return all;
  };

/** What may be other than in a transition. */
export interface TransitionParts {
  kept?: (channels: number) => number;
  kernelSize?: number;
  useBias?: boolean;
  norm?: boolean;
  relu?: boolean;
  pool?: tf.Layer | null;
  pools?: { poolSize: number; strides?: number; padding?: 'same' };
  max?: boolean;
}

export const transitionWith =
  (parts: TransitionParts = {}): Transition =>
  (x) => {
    const {
      kept = (channels) => Math.floor(channels / 2),
      kernelSize = 1,
      useBias = false,
    } = parts;
    const { norm = true, relu = true, pools = { poolSize: 2 }, max = false } = parts;
    const conv = { filters: kept(x.shape[3]!), kernelSize, useBias, padding: 'same' as const };
    return chain(
      x,
      ...(norm ? [tf.layers.batchNormalization()] : []),
      ...(relu ? [tf.layers.reLU()] : []),
      tf.layers.conv2d(conv),
      max ? tf.layers.maxPooling2d(pools) : tf.layers.averagePooling2d(pools),
    );
  };

/** What may be other than in a DenseNet. */
export interface NetworkParts extends Stem {
  growth?: number;
  block?: Block;
  transition?: Transition;
  /** Is there a transition behind this block, of so many? */
  between?: (at: number, count: number) => boolean;
  /** Normalisation and ReLU at the end. */
  last?: { norm?: boolean; relu?: boolean };
  end?: End;
  allowEmpty?: boolean;
  read?: (blocks: readonly number[]) => readonly number[];
}

export const networkWith =
  (parts: NetworkParts = {}) =>
  (asked: readonly number[]): unknown => {
    const { growth = 32, block = blockWith(), transition = transitionWith(), end = {} } = parts;
    const { between = (at, count) => at < count - 1, last = {}, useBias = false } = parts;
    if (asked.length === 0 && !parts.allowEmpty) throw new RangeError('blocks');
    const blocks = parts.read?.(asked) ?? asked;
    const { input, x: first } = stem({ ...parts, useBias });
    let x = first;
    for (const [at, layers] of blocks.entries()) {
      x = block(x, layers, growth);
      if (between(at, blocks.length)) x = transition(x);
    }
    x = chain(
      x,
      ...((last.norm ?? true) ? [tf.layers.batchNormalization()] : []),
      ...((last.relu ?? true) ? [tf.layers.reLU()] : []),
    );
    return closed(input, x, end);
  };
