/** Right alexNet answers written otherwise than the reference. */
import * as tf from '@convolab/lib/tf';
import { alexWith, put } from './parts';

const { layers } = tf;
type X = tf.SymbolicTensor;

const convolution = (filters: number, kernelSize: number): tf.Layer =>
  layers.conv2d({ filters, kernelSize, padding: 'same' });
const relu = (x: X): X => put(layers.reLU(), x);
const pool = (x: X): X => put(layers.maxPooling2d({ poolSize: [3, 3], strides: [2, 2] }), x);
const head = (x: X): X =>
  [
    layers.flatten(),
    layers.dense({ units: 4096 }),
    layers.activation({ activation: 'relu' }),
    layers.dropout({ rate: 0.5 }),
    layers.dense({ units: 4096, activation: 'relu' }),
    layers.dropout({ rate: 0.5 }),
    layers.dense({ units: 1000 }),
    layers.softmax(),
  ].reduce((end, layer) => put(layer, end), x);

export const alternatives: Record<string, (groups: 1 | 2) => unknown> = {
  'convolution by convolution, over a list of towers': (groups) => alexWith()(groups),
  'in two functions, one of them sequential': (groups) => {
    if (groups === 2) return alexWith()(2);
    const conv = (filters: number, kernelSize: number) =>
      layers.conv2d({ filters, kernelSize, padding: 'same', activation: 'relu' });
    const max = () => layers.maxPooling2d({ poolSize: 3, strides: 2 });
    return tf.sequential({
      layers: [
        layers.conv2d({ inputShape: [227, 227, 3], filters: 96, kernelSize: 11, strides: 4, activation: 'relu' }), // prettier-ignore
        max(), conv(256, 5), max(), conv(384, 3), conv(384, 3), conv(256, 3), max(),
        layers.flatten(),
        layers.dense({ units: 4096, activation: 'relu' }),
        layers.dropout({ rate: 0.5 }),
        layers.dense({ units: 4096, activation: 'relu' }),
        layers.dropout({ rate: 0.5 }),
        layers.dense({ units: 1000, activation: 'softmax' }),
      ],
    }); // prettier-ignore
  },
  'pools behind the meetings, its activations in layers of their own': (groups) => {
    const input = tf.input({ shape: [227, 227, 3] });
    const both = (make: (tower: number) => X): X => {
      const towers = Array.from({ length: groups }, (_, tower) => make(tower));
      return towers.length === 1 ? towers[0]! : put(layers.concatenate({ axis: 3 }), towers);
    };
    const first = both(() => {
      const conv = layers.conv2d({ filters: 96 / groups, kernelSize: 11, strides: 4 });
      return put(convolution(256 / groups, 5), pool(relu(put(conv, input))));
    });
    const third = pool(relu(first));
    const fifth = both(() => {
      const x = relu(put(convolution(384 / groups, 3), third));
      return put(convolution(256 / groups, 3), relu(put(convolution(384 / groups, 3), x)));
    });
    return tf.model({ inputs: input, outputs: head(pool(relu(fifth))) });
  },
  'the second tower first, zeros in layers of their own': (groups) => {
    const inputs = tf.input({ shape: [227, 227, 3] });
    const zeros = (margin: number, x: X): X => put(layers.zeroPadding2d({ padding: margin }), x);
    const conv = (filters: number, kernelSize: number, x: X, strides = 1): X =>
      put(layers.conv2d({ filters: filters / groups, kernelSize, strides, activation: 'relu' }), x);
    const met = (towers: X[]): X => towers.length === 1 ? towers[0]! : put(layers.concatenate(), towers.reverse()); // prettier-ignore
    const towers = [...Array(groups).keys()];
    const second = met(
      towers.map(() => pool(conv(256, 5, zeros(2, pool(conv(96, 11, inputs, 4)))))),
    );
    const thirds = towers.map(() => conv(384, 3, zeros(1, second)));
    const fifths = thirds.map((x) => pool(conv(256, 3, zeros(1, conv(384, 3, zeros(1, x))))));
    return tf.model({ inputs, outputs: head(met(fifths)), name: 'AlexNet' });
  },
};
