/** Right lenet5 answers written otherwise than the reference. */
import * as tf from '@convolab/lib/tf';
import { lenetOf, layersOf } from './parts';

const { layers } = tf;

export const alternatives: Record<string, () => unknown> = {
  'in the functional way': () => {
    const input = tf.input({ shape: [28, 28, 1] });
    const [first, ...others] = layersOf();
    let end = first!.apply(input) as tf.SymbolicTensor;
    for (const layer of others) end = layer.apply(end) as tf.SymbolicTensor;
    return tf.model({ inputs: input, outputs: end });
  },
  'adds the layers one by one, with names': () => {
    const model = tf.sequential({ name: 'LeNet-5' });
    for (const [i, layer] of layersOf().entries()) {
      layer.name = `couche_${i}`;
      model.add(layer);
    }
    return model;
  },
  'puts the zeros in a layer of their own': lenetOf(([, ...others]) => [
    layers.zeroPadding2d({ padding: 2, inputShape: [28, 28, 1] }),
    layers.conv2d({ filters: 6, kernelSize: [5, 5], strides: [1, 1], activation: 'tanh' }),
    ...others,
  ]),
  'puts the activations in layers of their own': () =>
    tf.sequential({
      layers: [
        layers.conv2d({ inputShape: [28, 28, 1], filters: 6, kernelSize: 5, padding: 'same' }),
        layers.activation({ activation: 'tanh' }),
        layers.averagePooling2d({ poolSize: [2, 2], strides: [2, 2] }),
        layers.conv2d({ filters: 16, kernelSize: 5, padding: 'valid' }),
        layers.activation({ activation: 'tanh' }),
        layers.averagePooling2d({ poolSize: 2 }),
        layers.flatten(),
        layers.dense({ units: 120 }),
        layers.activation({ activation: 'tanh' }),
        layers.dense({ units: 84 }),
        layers.activation({ activation: 'tanh' }),
        layers.dense({ units: 10 }),
        layers.softmax(),
      ],
    }),
  'draws its weights otherwise, and compiles': () => {
    const kernelInitializer = 'heNormal';
    const model = tf.sequential({
      layers: layersOf({ first: { kernelInitializer }, second: { kernelInitializer } }),
    });
    model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
    return model;
  },
  'promises its model': () => Promise.resolve(tf.sequential({ layers: layersOf() })),
};
