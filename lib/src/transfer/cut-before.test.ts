import { strict as assert } from 'node:assert';

import { describe as describeModel, googLeNet, onPaper, resNet, vgg } from '../models';
import * as tf from '../tf';
import { cutBefore } from './cut-before';
import { smallModels } from './testing/small-models';

const ends = (model: tf.LayersModel) => model.outputs.map(({ shape }) => shape.slice(1));

describe('cutBefore()', () => {
  for (const [name, head, features] of [
    ['leNet', 'output', 84],
    ['smallResNet', 'predictions', 32],
    ['efficientNet', 'predictions', 80],
    ['efficientNetLite', 'predictions', 80],
  ] as const) {
    it(`takes the head off ${name}, what it read comes out`, () => {
      const model = smallModels[name]!();
      const cut = cutBefore(model);
      assert.deepEqual(ends(cut), [[features]]);
      const missing = model.layers.filter((layer) => !cut.layers.includes(layer));
      const weighted = missing
        .filter((layer) => layer.countParams() > 0)
        .map((layer) => layer.name);
      assert.deepEqual(weighted, [head]);
    });
  }

  it('leaves out the dropout in front of the head, and auxiliary outputs', () => {
    assert.deepEqual(ends(onPaper(() => cutBefore(vgg()))), [[4096]]);
    const large = onPaper(() => googLeNet({ auxiliary: true }));
    assert.equal(large.outputs.length, 3);
    assert.deepEqual(ends(cutBefore(large)), [[1024]]);
  });

  it('gives back what has no head', () => {
    const maps = onPaper(() => resNet({ includeTop: false }));
    assert.equal(cutBefore(maps), maps);
    const [input] = maps.inputs;
    const pooled = tf.layers
      .globalAveragePooling2d({})
      .apply(maps.outputs[0]!) as tf.SymbolicTensor;
    const rows = tf.model({ inputs: input!, outputs: pooled });
    assert.equal(cutBefore(rows), rows);
  });

  it('cuts before a layer, or before the first of a block', () => {
    const model = smallModels['efficientNet']!();
    const before = (name: string) => {
      const row = describeModel(cutBefore(model, name)).rows.at(-1)!;
      return [row.name, ...row.outputShape];
    };
    assert.deepEqual(before('block2a_dwconv'), ['block2a_dwconv_pad', 17, 17, 48]);
    assert.deepEqual(before('block2a')[0], 'block1a_add');
    assert.deepEqual(before('top')[0], 'block7a_project_bn');
  });

  it('says which layers there are, and why one will not do', () => {
    const model = smallModels['smallResNet']!();
    assert.throws(() => cutBefore(model, 'fc'), {
      name: 'RangeError',
      message:
        "Impossible de couper le réseau\u00a0: 'fc' n’est ni une couche ni un bloc sur le chemin de sa première sortie\u00a0; donnez le nom d’une de ses couches (describe(model) les montre) ou d’un de ses blocs\u00a0: conv1, conv2_block1, conv3_block1, conv4_block1, avg, predictions.",
    });
    assert.throws(() => cutBefore(model, 'conv2_block1_add'), /lit 2 entrées/);
    assert.throws(() => cutBefore(model, 'conv1'), /lit l’entrée du réseau/);
    const flat = tf.layers.dense({ units: 2, inputShape: [3], activation: 'softmax' });
    assert.throws(() => cutBefore(tf.sequential({ layers: [flat] })), /aucune couche avant celle/);
  });
});
