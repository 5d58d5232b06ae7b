/** Wrong lenet5 answers beyond the known mistakes: subtle ones, dishonest ones. */
import * as tf from '@convolab/lib/tf';
import { lenetOf, lenetWith, layersOf } from './parts';

const { layers } = tf;

export const mutants: Record<string, () => unknown> = {
  'takes images of three channels': lenetWith({ inputShape: [28, 28, 3] }),
  'takes images of 32 × 32': lenetWith({ inputShape: [32, 32, 1] }),
  'takes images of 32 × 32, without zeros': lenetWith({
    inputShape: [32, 32, 1],
    first: { padding: 'valid' },
  }),
  'swaps the filters of the convolutions': lenetWith({
    first: { filters: 16 },
    second: { filters: 6 },
  }),
  'has 7 filters': lenetWith({ first: { filters: 7 } }),
  'has 15 filters': lenetWith({ second: { filters: 15 } }),
  'has 128 units for 120': lenetWith({ units: [128, 84, 10] }),
  'has 85 units for 84': lenetWith({ units: [120, 85, 10] }),
  'swaps the hidden units': lenetWith({ units: [84, 120, 10] }),
  'has 9 classes': lenetWith({ units: [120, 84, 9] }),
  'has a dense layer too many': lenetWith({ units: [120, 84, 84, 10] }),
  'has no bias in the first convolution': lenetWith({ first: { useBias: false } }),
  'has no bias in the dense layers': lenetWith({ dense: { useBias: false } }),
  'has relu in the convolutions only': lenetWith({
    first: { activation: 'relu' },
    second: { activation: 'relu' },
  }),
  'has a sigmoid in the first convolution': lenetWith({ first: { activation: 'sigmoid' } }),
  'has softmax in a hidden layer': lenetWith({ activation: 'softmax' }),
  'pools by windows that overlap': lenetWith({
    pools: { poolSize: 2, strides: 1 },
  }),
  'pools by windows of 3, two apart': lenetWith({
    pools: { poolSize: 3, strides: 2, padding: 'same' },
  }),
  'takes a stride for the first pooling': lenetOf(([, , ...others]) => [
    layers.conv2d({
      ...{ inputShape: [28, 28, 1], filters: 6, kernelSize: 5, padding: 'same' },
      ...{ strides: 2, activation: 'tanh' },
    }),
    ...others,
  ]),
  'pools by the maximum once': lenetOf((all) =>
    all.map((layer, i) => (i === 3 ? layers.maxPooling2d({ poolSize: 2 }) : layer)),
  ),
  'has a batch normalization': lenetOf(([first, ...others]) => [
    first!,
    layers.batchNormalization(),
    ...others,
  ]),
  'drops half of a dense layer': lenetOf((all) => [
    ...all.slice(0, 6),
    layers.dropout({ rate: 0.5 }),
    ...all.slice(6),
  ]),
  'drops its answers': lenetOf((all) => [...all, layers.dropout({ rate: 0.9 })]),
  'does not learn its first filters': lenetWith({ first: { trainable: false } }),
  'has a second softmax': lenetOf((all) => [...all, layers.softmax()]),
  'has tanh behind the poolings, not before': () => {
    const all = layersOf({ first: { activation: 'linear' }, second: { activation: 'linear' } });
    const tanh = () => layers.activation({ activation: 'tanh' });
    return tf.sequential({
      layers: [...all.slice(0, 2), tanh(), ...all.slice(2, 4), tanh(), ...all.slice(4)],
    });
  },
  'puts zeros on one side only': lenetOf(([, ...others]) => [
    layers.zeroPadding2d({ padding: [[4, 0], [4, 0]], inputShape: [28, 28, 1] } as never), // prettier-ignore
    layers.conv2d({ filters: 6, kernelSize: 5, activation: 'tanh' }),
    ...others,
  ]),
  'gives a layer': () => layers.dense({ units: 10 }),
  'gives a list of layers': () => layersOf(),
  'gives its number of parameters': () => 61_706,
  'gives what a model says of itself': () =>
    (tf.sequential({ layers: layersOf() }) as unknown as { toJSON(): string }).toJSON(),
  'gives an empty model': () => tf.sequential(),
  'returns nothing': () => undefined,
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('lenet5 : à compléter.');
  },
};
