import { strict as assert } from 'node:assert';

import * as tf from '../../tf';
import { outlineOf, readModel, textOf } from './index';

const { layers } = tf;
type X = tf.SymbolicTensor;
const put = (layer: tf.Layer, x: X | X[]): X => layer.apply(x) as X;
const conv = (): tf.Layer => layers.conv2d({ filters: 2, kernelSize: 3, padding: 'same' });

/** A way to a new layer, or to the same each time. */
type Way = (make: () => tf.Layer) => () => tf.Layer;
const anew: Way = (make) => make;
const again: Way = (make) => {
  const layer = make();
  return () => layer;
};

const read = async (model: tf.LayersModel) => outlineOf(await readModel(textOf(model)));

describe('a layer that is used several times', () => {
  const functional = (way: Way): tf.LayersModel => {
    const pool = way(() => layers.maxPooling2d({ poolSize: 3, strides: 1, padding: 'same' }));
    const relu = way(() => layers.reLU());
    const inputs = tf.input({ shape: [8, 8, 2] });
    const first = put(pool(), put(relu(), put(conv(), inputs)));
    const second = put(pool(), inputs);
    const outputs = [put(relu(), put(layers.add(), [first, second])), put(relu(), second)];
    return tf.model({ inputs, outputs });
  };
  const sequential = (way: Way): tf.LayersModel => {
    const pool = way(() => layers.maxPooling2d({ poolSize: 2 }));
    const first = layers.conv2d({ inputShape: [8, 8, 1], filters: 2, kernelSize: 3 });
    return tf.sequential({ layers: [first, pool(), conv(), pool(), layers.flatten()] });
  };
  for (const [name, build] of Object.entries({ functional, sequential })) {
    it(`is as many layers, in a ${name} model, where it holds no weights`, async () => {
      const expected = outlineOf(build(anew));
      assert.deepEqual(await read(build(again)), expected);
      assert.deepEqual(await read(build(anew)), expected);
    });
  }

  it('is refused by its name where it holds weights', async () => {
    const inputs = tf.input({ shape: [8, 8, 2] });
    const twice = layers.conv2d({ name: 'deux_fois', filters: 2, kernelSize: 3, padding: 'same' });
    const shared = tf.model({ inputs, outputs: put(twice, put(twice, inputs)) });
    await assert.rejects(read(shared), /sa couche deux_fois est branchée plusieurs fois, avec les mêmes poids/);
    const first = layers.dense({ inputShape: [4], units: 4 });
    const inLine = tf.sequential({ layers: [first, layers.reLU(), first] });
    await assert.rejects(read(inLine), /est branchée plusieurs fois/);
  }); // prettier-ignore

  it('is refused where a use is read that there is not', async () => {
    const text = textOf(functional(again)).replace(/(\["\w*re_lu\w*",)1/i, '$17');
    assert.notEqual(text, textOf(functional(again)));
    await assert.rejects(readModel(text), { name: 'UnreadableModel' });
  });
});
