/** Wrong alexNet answers beyond the known mistakes: subtle ones, dishonest ones. */
import * as tf from '@convolab/lib/tf';
import { alexWith, put } from './parts';

type Answer = (groups: number) => unknown;

export const mutants: Record<string, Answer> = {
  'hands groups to a layer that knows none': alexWith({
    towers: () => 1,
    conv: () => ({ groups: 2 }) as object,
  }),
  'has two towers always': alexWith({ towers: () => 2 }),
  'takes images of one channel': (groups) => {
    const model = alexWith()(groups);
    const inputs = tf.input({ shape: [227, 227, 1] });
    return tf.model({ inputs, outputs: put(model, put(tf.layers.concatenate(), [inputs, inputs, inputs])) }); // prettier-ignore
  },
  'takes images of 224 with a margin of 2': (groups) => {
    const inputs = tf.input({ shape: [224, 224, 3] });
    const first = put(tf.layers.zeroPadding2d({ padding: [[2, 1], [2, 1]] }), inputs); // prettier-ignore
    const layers = alexWith()(1).layers.slice(1);
    if (groups === 2) return alexWith({ side: 224 })(2);
    return tf.model({ inputs, outputs: layers.reduce((x, layer) => put(layer, x), first) });
  },
  'has filters of 9 × 9 first': alexWith({ conv: (at) => (at === 1 ? { kernelSize: 9 } : {}) }),
  'has filters of 3 × 3 second': alexWith({ conv: (at) => (at === 2 ? { kernelSize: 3 } : {}) }),
  'has the filters of torchvision': alexWith({ filters: [64, 192, 384, 256, 256] }),
  'has 384 filters last': alexWith({ filters: [96, 256, 384, 384, 384] }),
  'strides by 2 first': alexWith({ conv: (at) => (at === 1 ? { strides: 2 } : {}) }),
  'has no activation in the convolutions': alexWith({ conv: () => ({ activation: 'linear' }) }),
  'has no activation in the third': alexWith({
    conv: (at) => (at === 3 ? { activation: 'linear' } : {}),
  }),
  'has tanh as before 2012': alexWith({ conv: () => ({ activation: 'tanh' }) }),
  'has no bias': alexWith({ conv: () => ({ useBias: false }) }),
  'has no bias in the dense layers': alexWith({ dense: { useBias: false } }),
  'pools by the mean': alexWith({ pool: (options) => tf.layers.averagePooling2d(options) }),
  'pools without a step': alexWith({ pools: { strides: 1 } }),
  'pools with zeros around': alexWith({ pools: { padding: 'same' } }),
  'does not pool at the end': alexWith({ pooled: [1, 2] }),
  'lets the towers meet one convolution too late': alexWith({ meetings: [4, 6] }),
  'lets the towers meet one convolution too early': alexWith({ meetings: [2, 6] }),
  'lets the towers meet at the fourth too': alexWith({ meetings: [3, 4, 6] }),
  'gives the dense layers one tower': alexWith({
    join: () => tf.layers.concatenate(),
    meetings: [3],
    filters: [96, 256, 384, 384, 128],
  }),
  'concatenates rows': alexWith({ join: () => tf.layers.concatenate({ axis: 1 }) }),
  'has 4095 units': alexWith({ units: [4095, 4096, 1000] }),
  'has 10 classes': alexWith({ units: [4096, 4096, 10] }),
  'has a sigmoid at the end': alexWith({ output: 'sigmoid' }),
  'drops nothing': alexWith({ rates: [] }),
  'drops once': alexWith({ rates: [0.5] }),
  'drops too little': alexWith({ rates: [0.2, 0.2] }),
  'drops answers': alexWith({ rates: [undefined, 0.5, 0.5] }),
  'normalises the batch': (groups) =>
    alexWith({
      pool: (options) => {
        const pool = tf.layers.maxPooling2d(options);
        const apply = pool.apply.bind(pool);
        const norm = tf.layers.batchNormalization();
        return Object.assign(pool, { apply: (x: tf.SymbolicTensor) => apply(put(norm, x)) });
      },
    })(groups),
  'mixes the meetings up: the dense layers see the same tower twice': (groups) =>
    alexWith({
      join: () => {
        const layer = tf.layers.concatenate();
        const apply = layer.apply.bind(layer);
        return Object.assign(layer, {
          apply: ([first]: tf.SymbolicTensor[]) => apply([first!, first!]),
        });
      },
    })(groups),
  'gives a layer': () => tf.layers.dense({ units: 1000 }),
  'gives its number of parameters': (groups) => (groups === 1 ? 62_378_344 : 60_965_224),
  'gives an empty model': () => tf.sequential(),
  'returns nothing': () => undefined,
  'throws at everything': () => {
    throw new RangeError('no');
  },
  'is the untouched stub': () => {
    throw new Error('alexNet : à compléter.');
  },
};
