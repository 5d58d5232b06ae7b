/** Wrong answers beyond the known mistakes: subtle ones, dishonest ones. */
import * as tf from '@convolab/lib/tf';
import type { Answer } from '../../answer';
import { put, type X } from '../put';
import { blockWith, networkWith, parted, positive, tableOfBlocks } from './parts';

const transposed = (w: number[][]): number[][] => w[0]!.map((_, j) => w.map((row) => row[j]!));
const all = (answer: () => unknown): Answer => ({
  residual: answer,
  bottleneck: answer,
  resNet: answer,
});

export const mutants: Record<string, Answer> = {
  'residual transposes its kernels': {
    residual: (x: number[], w1: number[][], w2: number[][]) => {
      const { f } = parted(x, transposed(w1), transposed(w2));
      return positive(f.map((value, i) => value + x[i]!));
    },
  },
  'residual throws at everything': {
    residual: () => {
      throw new RangeError('no');
    },
  },
  'residual writes into x': {
    residual: (input: number[], w1: number[][], w2: number[][]) => {
      const { x, f } = parted(input, w1, w2);
      f.forEach((value, i) => (x[i] = Math.max(0, value + x[i]!)));
      return [...x];
    },
  },
  'residual subtracts x': {
    residual: (input: number[], w1: number[][], w2: number[][]) => {
      const { x, f } = parted(input, w1, w2);
      return positive(f.map((value, i) => value - x[i]!));
    },
  },
  'has no projection where only the channels change': {
    bottleneck: blockWith({ projects: ({ strides }) => !strides }),
  },
  'has no projection where only the size changes': {
    bottleneck: blockWith({ projects: ({ channels }) => !channels }),
  },
  'never has a projection': { bottleneck: blockWith({ projects: () => false }) },
  'projects with 3 × 3': { bottleneck: blockWith({ projection: { kernelSize: 3 } }) },
  'strides last': { bottleneck: blockWith({ strided: 2 }) },
  'expands by two': { bottleneck: blockWith({ expand: 2 }) },
  'has 5 × 5 in the middle': { bottleneck: blockWith({ middle: { kernelSize: 5 } }) },
  'has 1 × 1 in the middle': { bottleneck: blockWith({ middle: { kernelSize: 1 } }) },
  'shrinks in the middle': { bottleneck: blockWith({ middle: { padding: 'valid' } }) },
  'has no ReLU between its convolutions': { bottleneck: blockWith({ reluBetween: false }) },
  'does not normalise the last': { bottleneck: blockWith({ norm: (at) => at < 2 }) },
  'does not normalise the first': { bottleneck: blockWith({ norm: (at) => at > 0 }) },
  'normalises with a larger epsilon': { bottleneck: blockWith({ epsilon: 0.1 }) },
  'multiplies': { bottleneck: blockWith({ join: (x, f) => put(tf.layers.multiply(), [x, f]) }) },
  'adds what comes in twice': { bottleneck: blockWith({ join: (x) => put(tf.layers.add(), [x, x]) }) },
  'has no shortcut': { bottleneck: blockWith({ join: (_, f) => f }) },
  'gives x': { bottleneck: (x: X) => x },
  'has a block fewer in conv2': { resNet: networkWith({ blocks: { ...tableOfBlocks, 50: [2, 4, 6, 3] } }) },
  'is always ResNet-50': { resNet: networkWith({ blocks: {}, other: () => [3, 4, 6, 3] }) },
  'takes 101 for 152': { resNet: networkWith({ blocks: { ...tableOfBlocks, 152: [3, 4, 23, 3] } }) },
  'has one block too many in 101': { resNet: networkWith({ blocks: { ...tableOfBlocks, 101: [3, 4, 24, 3] } }) },
  'has the blocks of 152 in another order': { resNet: networkWith({ blocks: { ...tableOfBlocks, 152: [3, 36, 8, 3] } }) },
  'gives a ResNet for any depth': { resNet: networkWith({ other: () => [3, 4, 6, 3] }) },
  'starts with 32 maps': { resNet: networkWith({ filters: 32 }) },
  'takes grey images': { resNet: networkWith({ channels: 1 }) },
  'has no bias in its first convolution': { resNet: networkWith({ useBias: false }) },
  'does not normalise at first': { resNet: networkWith({ norm: false }) },
  'has no ReLU at first': { resNet: networkWith({ relu: false }) },
  'pools by the mean': { resNet: networkWith({ pool: (options) => tf.layers.averagePooling2d(options) }) },
  'pads as tfjs does': { resNet: networkWith({ margins: [0, 0], padding: 'same', pool: (options) => tf.layers.maxPooling2d({ ...options, padding: 'same' }) }) },
  'has ten classes': { resNet: networkWith({ end: { units: 10 } }) },
  'has a sigmoid at the end': { resNet: networkWith({ end: { activation: 'sigmoid' } }) },
  'gives its number of parameters': { resNet: () => 25_636_712 },
  'gives a sequential that is empty': { resNet: () => tf.sequential() },
  'returns nothing': all(() => undefined),
  'throws at everything': all(() => {
    throw new RangeError('no');
  }),
  'is the untouched stub': all(() => {
    throw new Error('resNet : à compléter.');
  }),
}; // prettier-ignore
