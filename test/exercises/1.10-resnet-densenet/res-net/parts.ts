/** A right block and a right ResNet, whose wrong variants change one part. The reference does not use them. */
import * as tf from '@convolab/lib/tf';
import { chain, closed, put, stem, type End, type Stem, type X } from '../put';

export type Residual = (x: number[], w1: number[][], w2: number[][]) => unknown;
export type Block = (x: X, filters: number, strides: number) => X;
export type Network = (depth: number) => unknown;

/** What may be other than in a bottleneck. */
export interface BlockParts {
  /** Which convolution has the stride: 0, 1 or 2; -1: none. */
  strided?: number;
  /** How many times more maps come out. */
  expand?: number;
  useBias?: boolean;
  /** Is there a projection? */
  projects?: (fits: { channels: boolean; strides: boolean }) => boolean;
  /** Of the projection. */
  projection?: { kernelSize?: number; norm?: boolean; relu?: boolean };
  /** Normalisation behind each convolution. */
  norm?: (at: number) => boolean;
  epsilon?: number;
  middle?: { kernelSize?: number; padding?: 'same' | 'valid' };
  reluBetween?: boolean;
  reluBefore?: boolean;
  reluAfter?: boolean;
  join?: (x: X, residue: X) => X;
}

const sum = (x: X, residue: X): X => put(tf.layers.add(), [x, residue]);

/** A bottleneck with these parts. */
export const blockWith =
  (parts: BlockParts = {}): Block =>
  (x, filters, strides) => {
    const { strided = 0, expand = 4, useBias = true, norm = () => true, epsilon } = parts;
    const { projects = (fits) => !fits.channels || !fits.strides, projection = {} } = parts;
    const { reluBetween = true, reluBefore = false, reluAfter = true, join = sum } = parts;
    const relu = (yes: boolean): tf.Layer[] => (yes ? [tf.layers.reLU()] : []);
    const bn = (yes: boolean): tf.Layer[] =>
      yes ? [tf.layers.batchNormalization(epsilon === undefined ? {} : { epsilon })] : [];
    const step = (at: number): number => (at === strided ? strides : 1);
    const conv = (
      at: number,
      count: number,
      kernelSize: number,
      padding: 'same' | 'valid' = 'same',
    ) => [
      // prettier-ignore
      tf.layers.conv2d({ filters: count, kernelSize, strides: step(at), padding, useBias }),
      ...bn(norm(at)),
    ];
    const { kernelSize = 3, padding = 'same' } = parts.middle ?? {};
    const residue = chain(
      x,
      ...conv(0, filters, 1), ...relu(reluBetween),
      ...conv(1, filters, kernelSize, padding), ...relu(reluBetween),
      ...conv(2, expand * filters, 1), ...relu(reluBefore),
    ); // prettier-ignore
    const fits = { channels: x.shape[3] === expand * filters, strides: strides === 1 };
    const shortcut = !projects(fits)
      ? x
      : chain(
          x,
          tf.layers.conv2d({ filters: expand * filters, kernelSize: projection.kernelSize ?? 1, strides, padding: 'same', useBias }), // prettier-ignore
          ...bn(projection.norm ?? true),
          ...relu(projection.relu ?? false),
        );
    return chain(join(shortcut, residue), ...relu(reluAfter));
  };

/** What may be other than in a ResNet. */
export interface NetworkParts extends Stem {
  blocks?: Record<number, number[]>;
  filters?: number;
  /** Of the first block of a stage, from 0. */
  strides?: (stage: number) => number;
  end?: End;
  block?: Block;
  /** For a depth that is not in the table. */
  other?: (depth: number) => number[];
}

export const tableOfBlocks: Record<number, number[]> = {
  50: [3, 4, 6, 3],
  101: [3, 4, 23, 3],
  152: [3, 8, 36, 3],
};

/** A ResNet with these parts. */
export const networkWith =
  (parts: NetworkParts = {}): Network =>
  (depth) => {
    const { blocks = tableOfBlocks, block = blockWith() } = parts;
    const { strides = (stage) => (stage === 0 ? 1 : 2), end = {} } = parts;
    const counts = blocks[depth] ?? parts.other?.(depth);
    if (counts === undefined) throw new RangeError('depth');
    const { input, x: first } = stem(parts);
    let x = first;
    for (const [stage, count] of counts.entries()) {
      for (let at = 0; at < count; at++) {
        x = block(x, (parts.filters ?? 64) * 2 ** stage, at === 0 ? strides(stage) : 1);
      }
    }
    return closed(input, x, end);
  };

export const times = (input: readonly number[], kernel: readonly (readonly number[])[]): number[] =>
  kernel[0]!.map((_, j) => input.reduce((total, value, i) => total + value * kernel[i]![j]!, 0));

export const positive = (values: readonly number[]): number[] =>
  values.map((value) => (value > 0 ? value : 0));

/** x and F(x), where they are as many. */
export function parted(x: number[], w1: number[][], w2: number[][]): { x: number[]; f: number[] } {
  const f = times(positive(times(x, w1)), w2);
  if (f.length !== x.length) throw new RangeError('lengths');
  return { x, f };
}
