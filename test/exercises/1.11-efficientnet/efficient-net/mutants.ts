/** Wrong answers beyond the known mistakes: subtle ones, dishonest ones. */
import * as tf from '@convolab/lib/tf';
import type { Answer } from '../../answer';
import { answerWith, put, type X } from './parts';
import { scalingWith } from './scaling';

const { layers } = tf;
const all = (answer: () => unknown): Answer => ({
  ...{ roundFilters: answer, compoundScale: answer },
  ...{ mbConv: answer, efficientNet: answer },
});
const resolutions = (change: (resolution: number, b: number) => number): Answer => ({
  compoundScale: (b: number) => {
    const scaled = scalingWith().compoundScale(b);
    return { ...scaled, resolution: change(scaled.resolution, b) };
  },
});

export const mutants: Record<string, Answer> = {
  'rounds filters down': answerWith({ nearest: (wanted) => 8 * Math.floor(wanted / 8) }),
  'keeps 95 %': answerWith({ share: 0.95 }),
  'keeps 85 %': answerWith({ share: 0.85 }),
  'keeps as much as was wanted': answerWith({ share: 1 }),
  'has no least number of filters': answerWith({ least: 0, share: 0 }),
  'has at least 16': answerWith({ least: 16 }),
  'rounds to multiples of 4': answerWith({ nearest: (wanted) => 4 * Math.round(wanted / 4) }),
  'rounds repeats to the nearest': answerWith({ repeats: Math.round }),
  'does not round repeats': answerWith({ repeats: (wanted) => wanted }),
  'scales filters twice': {
    roundFilters: (filters: number, width: number) => scalingWith().roundFilters(filters * width, width), // prettier-ignore
  },
  'takes the resolutions of the formula': resolutions((_, b) => Math.round(224 * 1.15 ** b)),
  'takes images of 224 always': resolutions(() => 224),
  'knows no end': answerWith({ check: false }),
  'scales one up': {
    compoundScale: (b: number) => scalingWith().compoundScale(Math.min(7, b + 1)),
  },
  'squeezes an eighth': answerWith({ few: (channels) => Math.floor(channels / 8) }),
  'squeezes half': answerWith({ few: (channels) => Math.floor(channels / 2) }),
  'rounds the quarter up': answerWith({ few: (channels) => Math.ceil(channels / 4) }),
  'squeezes to nothing where there are three maps': answerWith({
    few: (channels) => Math.floor(channels / 4) || undefined,
  }),
  'excites by relu': answerWith({ squeeze: ['swish', 'relu'] }),
  'excites by softmax': answerWith({ squeeze: ['swish', 'softmax'] }),
  'squeezes by relu': answerWith({ squeeze: ['relu', 'sigmoid'] }),
  'does not normalise': answerWith({ norm: () => [] }),
  'normalises with another epsilon': answerWith({
    norm: () => [layers.batchNormalization({ epsilon: 0.1 })],
  }),
  'concatenates the input': answerWith({ join: (y, x) => put(layers.concatenate(), [y, x]) }),
  'multiplies by the input': answerWith({ join: (y, x) => put(layers.multiply(), [y, x]) }),
  'adds itself': answerWith({ join: (y) => put(layers.add(), [y, y]) }),
  'adds where sizes allow, by a convolution': answerWith({
    adds: ({ strides }) => strides === 1,
    join: (y, x) =>
      put(layers.add(), [
        y,
        y.shape.at(-1) === x.shape.at(-1)
          ? x
          : put(layers.conv2d({ filters: y.shape.at(-1)!, kernelSize: 1 }), x),
      ]),
  }),
  'never drops a block': answerWith({ dropped: false }),
  'drops numbers, not images': answerWith({ noise: null }),
  'drops maps': answerWith({ noise: [null, 1, 1, null] }),
  'drops all blocks alike': answerWith({ drop: () => 0.2 }),
  'counts blocks from one': answerWith({ drop: (block, blocks) => (0.2 * (block + 1)) / blocks }),
  'drops up to 0.1': answerWith({ drop: (block, blocks) => (0.1 * block) / blocks }),
  'drops up to 0.2 in the last block': answerWith({
    drop: (block, blocks) => (0.2 * block) / (blocks - 1),
  }),
  'never steps': answerWith({ strides: () => 1 }),
  'steps in the last block of a stage': answerWith({
    strides: (strides, place) => (place === 1 ? strides : 1),
  }),
  'has 3 × 3 everywhere': answerWith({
    window: (x, { strides }) =>
      put(layers.depthwiseConv2d({ kernelSize: 3, strides, padding: 'same', useBias: false }), x),
  }),
  'has no zeros around': answerWith({ stem: { padding: 'valid' } }),
  'puts the zeros in front': answerWith({
    window: (x: X, { kernelSize, strides }) => {
      if (strides === 1)
        return put(layers.depthwiseConv2d({ kernelSize, padding: 'same', useBias: false }), x);
      const half = (kernelSize - 1) / 2;
      const zeros = layers.zeroPadding2d({
        padding: [
          [half, half],
          [half, half],
        ],
      });
      return put(layers.depthwiseConv2d({ kernelSize, strides, useBias: false }), put(zeros, x));
    },
  }),
  'has 5 × 5 first': answerWith({ stem: { kernelSize: 5 } }),
  'does not step first': answerWith({ stem: { strides: 1 } }),
  'has no head': answerWith({ head: false }),
  'keeps the maximum at the end': answerWith({
    pool: (x) => put(layers.flatten(), put(layers.maxPooling2d({ poolSize: x.shape[1]! }), x)),
  }),
  'drops nothing at the end': answerWith({ rate: () => 0 }),
  'drops 0.2 at the end of all': answerWith({ rate: () => 0.2 }),
  'gives logits': answerWith({ output: 'linear' }),
  'gives B0 always': (() => {
    const { efficientNet, ...others } = answerWith();
    return { ...others, efficientNet: () => efficientNet(0) };
  })(),
  'gives B0 for B7': (() => {
    const { efficientNet, ...others } = answerWith();
    return { ...others, efficientNet: (b: number) => efficientNet(b === 7 ? 0 : b) };
  })(),
  'gives its input back': { mbConv: (x: X) => x },
  'gives numbers of parameters': { efficientNet: () => 5_330_564 },
  'returns nothing': all(() => undefined),
  'throws at everything': all(() => {
    throw new RangeError('no');
  }),
  'is the untouched stub': all(() => {
    throw new Error('efficientNet : à compléter.');
  }),
};
