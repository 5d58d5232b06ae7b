/** Wrong answers beyond the known mistakes: subtle ones, dishonest ones. */
import * as tf from '@convolab/lib/tf';
import type { Answer } from '../../answer';
import { answerWith, modules, put, type X } from './parts';

const { layers } = tf;
const both = (answer: () => unknown): Answer => ({ inception: answer, googLeNet: answer });
const swapped = (order: number[]): Answer =>
  answerWith({ join: (x) => put(layers.concatenate(), order.map((i) => x[i]!)) }); // prettier-ignore

export const mutants: Record<string, Answer> = {
  'concatenates in another order': swapped([0, 2, 1, 3]),
  'puts the pooling first': swapped([3, 0, 1, 2]),
  'forgets the pooling': swapped([0, 1, 2]),
  'takes the first branch twice': swapped([0, 0, 2, 3]),
  'multiplies the branches': answerWith({ join: (x) => put(layers.multiply(), x) }),
  'has 7 × 7 for 5 × 5': answerWith({ windows: [1, 3, 7] }),
  'has 3 × 3 everywhere': answerWith({ windows: [3, 3, 3] }),
  'has no zeros around': answerWith({ conv: { padding: 'valid' } }),
  'has no bias': answerWith({ conv: { useBias: false } }),
  'has tanh': answerWith({ activation: 'tanh' }),
  'has an activation behind the concatenation alone': answerWith({
    activation: 'linear',
    join: (x) => put(layers.reLU(), put(layers.concatenate(), x)),
  }),
  'pools 2 × 2 inside': answerWith({ inside: { poolSize: 2 } }),
  'pools 5 × 5 inside': answerWith({ inside: { poolSize: 5 } }),
  'normalises the batch, as torchvision': answerWith({
    join: (x) => put(layers.batchNormalization(), put(layers.concatenate(), x)),
  }),
  'reads the counts of 3a always': (() => {
    const { inception, googLeNet } = answerWith();
    return { inception: (x: X) => inception(x, modules['3a']!), googLeNet };
  })(),
  'joins only branches as wide as each other': {
    inception: (x: X, maps: number[]) => answerWith().inception(x, maps.map(() => maps[0]!)),
  }, // prettier-ignore
  'has 3 × 3 first': answerWith({ stem: { kernelSize: 3 } }),
  'does not step first': answerWith({ stem: { strides: 1 }, pooled: ['3a', '3b', '4a', '5a'] }),
  'has no 1 × 1 in the stem': answerWith({ stem: { narrow: false } }),
  'pools 2 × 2 between': answerWith({ outer: { poolSize: 2 } }),
  'pools without zeros between': answerWith({ outer: { padding: 'valid' } }),
  'pools in front of 3b': answerWith({ pooled: ['3b', '4a', '5a'] }),
  'pools in front of 5b': answerWith({ pooled: ['3a', '4a', '5b'] }),
  'lacks a module': answerWith({
    modules: Object.fromEntries(Object.entries(modules).filter(([name]) => name !== '4c')),
  }),
  'has 112 maps for 128 in 4c': answerWith({
    modules: { ...modules, '4c': [128, 112, 256, 24, 64, 64] },
  }),
  'exchanges 4b and 4c': answerWith({
    modules: { ...modules, '4b': modules['4c']!, '4c': modules['4b']! },
  }),
  'keeps the maximum at the end': answerWith({
    head: (x) => put(layers.flatten(), put(layers.maxPooling2d({ poolSize: 7 }), x)),
  }),
  'drops nothing at the end': answerWith({ rate: 0 }),
  'drops maps before their mean': answerWith({
    rate: 0,
    head: (x) => put(layers.globalAveragePooling2d({}), put(layers.dropout({ rate: 0.4 }), x)),
  }),
  'drops half at the end': answerWith({ rate: 0.5 }),
  'drops nothing on the side': answerWith({ sides: { rate: 0 } }),
  'drops 0.4 on the side': answerWith({ sides: { rate: 0.4 } }),
  'has 127 maps on the side': answerWith({ sides: { maps: 127 } }),
  'has 512 neurons on the side': answerWith({ sides: { units: 512 } }),
  'pools by steps of 5 on the side': answerWith({ sides: { pool: { strides: 5 } } }),
  'pools with zeros on the side': answerWith({ sides: { pool: { padding: 'same' } } }),
  'has one auxiliary classifier': answerWith({ side: ['4a'] }),
  'has three': answerWith({ side: ['3b', '4a', '4d'] }),
  'has them behind 4a and 4e': answerWith({ side: ['4a', '4e'] }),
  'has them always': (() => {
    const { inception, googLeNet } = answerWith();
    return { inception, googLeNet: () => googLeNet(true) };
  })(),
  'has them when it should not': (() => {
    const { inception, googLeNet } = answerWith();
    return { inception, googLeNet: (aux: boolean) => googLeNet(!aux) };
  })(),
  'gives the auxiliary outputs first': answerWith({ outputs: (main, side) => [...side, main] }),
  'gives them in another order': answerWith({
    outputs: (main, side) => [main, ...side.reverse()],
  }),
  'gives their sum': answerWith({
    outputs: (main, side, aux) => (aux ? put(layers.add(), [main, ...side]) : main),
  }),
  'gives logits': answerWith({ output: 'linear' }),
  'has sigmoids': answerWith({ output: 'sigmoid' }),
  'gives a layer for a module': {
    inception: () => layers.concatenate(),
  },
  'gives its input back': { inception: (x: X) => x },
  'gives a number': both(() => 163_696),
  'returns nothing': both(() => undefined),
  'throws at everything': both(() => {
    throw new RangeError('no');
  }),
  'is the untouched stub': both(() => {
    throw new Error('googLeNet : à compléter.');
  }),
};
