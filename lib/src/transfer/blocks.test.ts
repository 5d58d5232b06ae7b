import { strict as assert } from 'node:assert';

import { describe as describeModel } from '../models';
import * as tf from '../tf';
import { blocksOf, freeze, unfreezeLast } from './blocks';
import { smallModels } from './testing/small-models';

const learning = (model: tf.LayersModel): string[] =>
  describeModel(model)
    .rows.filter(({ trainable }) => trainable > 0)
    .map(({ name }) => name);

describe('unfreezeLast()', () => {
  it('knows the blocks of each family', () => {
    assert.deepEqual(blocksOf(smallModels['leNet']!()), ['C1', 'C3', 'C5', 'F6', 'output']);
    const blocks = blocksOf(smallModels['efficientNet']!());
    assert.deepEqual(blocks.slice(0, 4), ['stem', 'block1a', 'block2a', 'block2b']);
    assert.deepEqual(blocks.slice(-3), ['block7a', 'top', 'predictions']);
  });

  it('lets the last blocks learn, whatever was frozen before, and no normalisation', () => {
    const model = smallModels['efficientNet']!();
    model.trainable = false;
    assert.deepEqual(learning(unfreezeLast(model, 2)), ['top_conv', 'predictions']);
    assert.deepEqual(learning(unfreezeLast(model, 1)), ['predictions']);
    assert.deepEqual(learning(freeze(model)), []);
    const all = learning(unfreezeLast(model, blocksOf(model).length));
    assert.equal(all[0], 'stem_conv');
    assert.ok(!all.some((name) => name.endsWith('_bn')));
  });

  it('reaches into a model inside', () => {
    const base = tf.sequential({
      layers: [
        tf.layers.dense({ name: 'first', units: 3, inputShape: [2] }),
        tf.layers.dense({ name: 'second', units: 3 }),
      ],
    });
    base.trainable = false;
    const model = tf.sequential({ layers: [base, tf.layers.dense({ name: 'head', units: 2 })] });
    assert.deepEqual(blocksOf(unfreezeLast(model, 2)), ['first', 'second', 'head']);
    assert.deepEqual(
      learning(model).map((name) => name.replace(/.*\//, '')),
      ['second', 'head'],
    );
  });

  it('says how many blocks there are', () => {
    for (const blocks of [-1, 1.5, 6]) {
      assert.throws(() => unfreezeLast(smallModels['leNet']!(), blocks), {
        name: 'RangeError',
        message: `Impossible de dégeler les derniers blocs du réseau\u00a0: il en est demandé ${blocks} mais le réseau en a 5\u00a0: C1, C3, C5, F6, output\u00a0; donnez un entier de 0 (aucun) à 5 (tous).`,
      });
    }
  });
});
