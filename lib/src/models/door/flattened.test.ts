import { strict as assert } from 'node:assert';

import * as tf from '../../tf';
import { answersOf, outlineOf, readModel, textOf } from './index';

const { layers } = tf;
type X = tf.SymbolicTensor;
const put = (layer: tf.Layer, x: X | X[]): X => layer.apply(x) as X;
const conv = (filters: number, more = {}): tf.Layer =>
  layers.conv2d({ filters, kernelSize: 3, padding: 'same', ...more });
const asLayer = (model: tf.LayersModel): tf.Layer => model;
const shape = [8, 8, 2];

/** A block of three layers that adds what it reads. */
const block = (x: X): X => put(layers.add(), [put(conv(2), put(conv(3), x)), x]);
const graph = (build: (x: X) => X, of = shape): tf.LayersModel => {
  const inputs = tf.input({ shape: of });
  return tf.model({ inputs, outputs: build(inputs) });
};
const inLine = (): tf.LayersModel =>
  tf.sequential({ layers: [conv(3, { inputShape: shape }), layers.reLU(), conv(2)] });
const flatLine = (x: X): X =>
  [conv(3), layers.reLU(), conv(2)].reduce((y, each) => put(each, y), x);
const head = (x: X): X => put(layers.dense({ units: 3 }), put(layers.flatten(), x));

/** The same network with a model as a layer of it, and without. */
const ways: Record<string, [inside: () => tf.LayersModel, flat: () => tf.LayersModel]> = {
  'a graph in a graph': [
    () => graph((x) => head(put(asLayer(graph(block)), put(conv(2), x)))),
    () => graph((x) => head(block(put(conv(2), x)))),
  ],
  'two of them, one behind the other': [
    () => graph((x) => put(asLayer(graph(block)), put(asLayer(graph(block)), x))),
    () => graph((x) => block(block(x))),
  ],
  'a sequence in a graph': [
    () => graph((x) => put(layers.add(), [put(asLayer(inLine()), x), x])),
    () => graph((x) => put(layers.add(), [flatLine(x), x])),
  ],
  'a graph in a sequence': [
    () => tf.sequential({ layers: [asLayer(graph(block)), layers.flatten(), layers.dense({ units: 3 })] }),
    () => graph((x) => head(block(x))),
  ],
  'a sequence in a sequence, in another': [
    () => {
      const two = tf.sequential({ layers: [asLayer(inLine()), layers.reLU()] });
      return tf.sequential({ layers: [asLayer(two), layers.flatten(), layers.dense({ units: 3 })] });
    },
    () => graph((x) => head(put(layers.reLU(), flatLine(x)))),
  ],
  'a model of two images': [
    () => {
      const inputs = [tf.input({ shape }), tf.input({ shape })];
      const sum = put(layers.concatenate(), [put(conv(3), inputs[0]!), inputs[1]!]);
      const both = asLayer(tf.model({ inputs, outputs: sum }));
      return graph((x) => put(both, [x, put(conv(1), x)]));
    },
    () => graph((x) => {
      const second = put(conv(1), x);
      return put(layers.concatenate(), [put(conv(3), x), second]);
    }),
  ],
  'a model that gives back its image': [
    () => graph((x) => put(conv(3), put(asLayer(graph((y) => y)), x))),
    () => graph((x) => put(conv(3), x)),
  ],
}; // prettier-ignore

describe('a model that stands as a layer of another', function () {
  this.timeout(60_000);

  for (const [name, [inside, flat]] of Object.entries(ways)) {
    it(`is its layers: ${name}`, async () => {
      const [text, expected] = [textOf(inside()), textOf(flat())];
      const read = await readModel(text);
      assert.deepEqual(outlineOf(read), outlineOf(await readModel(expected)));
      assert.ok(read.layers.every((layer) => !('layers' in layer)));
      assert.deepEqual(await answersOf(text, counting()), await answersOf(expected, counting()));
    });
  }

  const refused: Record<string, [build: () => tf.LayersModel, why: RegExp]> = {
    'it is connected twice, with the same weights': [
      () => {
        const twice = asLayer(graph(block));
        return graph((x) => put(twice, put(twice, x)));
      },
      /sa couche model\w* est branchée plusieurs fois, avec les mêmes poids/,
    ],
    'it has several outputs': [
      () => {
        const inputs = tf.input({ shape });
        const two = tf.model({ inputs, outputs: [put(conv(2), inputs), put(conv(3), inputs)] });
        return graph((x) => put(conv(1), (two as unknown as { apply(x: X): X[] }).apply(x)[0]!));
      },
      /le modèle model\w*, dont il fait une couche, a plusieurs sorties/,
    ],
    'a layer of it is not allowed': [
      () => graph((x) => put(asLayer(graph((y) => put(layer('GaussianNoise', { stddev: 1 }), y))), x)),
      /de la classe GaussianNoise, qui n’est pas permise ici/,
    ],
    'there are too many, one in the other': [
      () => Array.from({ length: 5 }).reduce<tf.LayersModel>((model) => graph((x) => put(asLayer(model), x)), graph(block)),
      /qui n’est pas permise ici/,
    ],
  }; // prettier-ignore
  for (const [what, [build, why]] of Object.entries(refused)) {
    it(`is refused in words where ${what}`, () => assert.rejects(readModel(textOf(build())), why));
  }
});

/** A layer of tfjs that notebooks are not told of. */
function layer(name: string, options: object): tf.Layer {
  const all = layers as unknown as Record<string, (options: object) => tf.Layer>;
  return all[name.charAt(0).toLowerCase() + name.slice(1)]!(options);
}

/** Numbers from 0 to 1, the same each time. */
function counting(): () => number {
  let i = 0;
  return () => (i++ * 0.618034) % 1;
}
