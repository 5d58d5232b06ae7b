/** Right answers written otherwise than the reference. */
import * as tf from '@convolab/lib/tf';
import type { Answer } from '../../answer';
import { answerWith, modules, put, type X } from './parts';

const { layers } = tf;

/** Chains layers, each of its own. */
const through = (x: X, ...all: tf.Layer[]): X => all.reduce((end, layer) => put(layer, end), x);
const relu = (): tf.Layer => layers.activation({ activation: 'relu' });
const conv = (filters: number, kernelSize: number): tf.Layer[] => [
  layers.conv2d({ filters, kernelSize: [kernelSize, kernelSize], padding: 'same' }),
  relu(),
];
const halve = (): tf.Layer => layers.maxPooling2d({ poolSize: 3, strides: 2, padding: 'same' });

const lastBranchFirst = (x: X, maps: readonly number[]): X => {
  const near = layers.maxPooling2d({ poolSize: 3, strides: 1, padding: 'same' });
  const pooled = through(x, near, ...conv(maps[5]!, 1));
  const far = through(x, ...conv(maps[3]!, 1), ...conv(maps[4]!, 5));
  const middle = through(x, ...conv(maps[1]!, 1), ...conv(maps[2]!, 3));
  const own = through(x, ...conv(maps[0]!, 1));
  return put(layers.concatenate({ axis: -1 }), [own, middle, far, pooled]);
};

const reluBehind = (x: X, [a, b, c, d, e, f]: readonly number[]): X => {
  const plain = (filters: number, kernelSize: number) =>
    layers.conv2d({ filters, kernelSize, padding: 'same' });
  const branches = [
    through(x, plain(a!, 1)),
    through(x, ...conv(b!, 1), plain(c!, 3)),
    through(x, ...conv(d!, 1), layers.zeroPadding2d({ padding: 2 }), layers.conv2d({ filters: e!, kernelSize: 5 })), // prettier-ignore
    through(x, layers.maxPooling2d({ poolSize: 3, strides: 1, padding: 'same' }), plain(f!, 1)),
  ];
  return through(put(layers.concatenate(), branches), relu());
};

/** The network of another module, its classifiers made at the end, their windows as large as the maps. */
const lateClassifiers =
  (inception: typeof reluBehind) =>
  (aux: boolean): tf.LayersModel => {
    const inputs = tf.input({ shape: [224, 224, 3], name: 'image' });
    const first = layers.conv2d({ filters: 64, kernelSize: 7, strides: 2, padding: 'same' });
    let x = through(inputs, first, relu(), halve(), ...conv(64, 1), ...conv(192, 3), halve());
    const kept: Record<string, X> = {};
    for (const [name, maps] of Object.entries(modules)) {
      x = kept[name] = inception(/[45]a/.test(name) ? put(halve(), x) : x, maps);
    }
    const classes = () => [layers.dense({ units: 1000 }), layers.softmax()];
    const mean = layers.averagePooling2d({ poolSize: 7 });
    const main = through(x, mean, layers.dropout({ rate: 0.4 }), layers.flatten(), ...classes());
    const side = (from: X): X =>
      through(
        from,
        layers.averagePooling2d({ poolSize: [5, 5], strides: [3, 3] }),
        ...conv(128, 1),
        layers.flatten(),
        layers.dense({ units: 1024, activation: 'relu' }),
        layers.dropout({ rate: 0.7 }),
        ...classes(),
      );
    const [second, third] = aux ? [side(kept['4d']!), side(kept['4a']!)] : [];
    return tf.model({ inputs, outputs: aux ? [main, third!, second!] : main });
  };

export const alternatives: Record<string, Answer> = {
  'with options for all': answerWith(),
  'the last branch first, activations in layers of their own': {
    inception: lastBranchFirst,
    googLeNet: lateClassifiers(lastBranchFirst),
  },
  'one activation behind the concatenation': {
    inception: reluBehind,
    googLeNet: lateClassifiers(reluBehind),
  },
};
