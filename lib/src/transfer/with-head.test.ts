import { strict as assert } from 'node:assert';

import { train } from '../graph';
import { assertNear } from '../graph/testing/with-graph';
import { onPaper, vgg } from '../models';
import * as tf from '../tf';
import { cutBefore } from './cut-before';
import { extractFeatures } from './features/extract-features';
import { answersOf, noiseFor, smallModels, weightsOf } from './testing/small-models';
import { linearHead, withHead } from './with-head';

const quiet = { epochs: 2, learningRate: 0.05, progress: false };

describe('withHead()', function () {
  this.timeout(60_000);

  for (const [name, make] of Object.entries(smallModels)) {
    it(`${name} cut and put together again answers as before`, () => {
      const model = make();
      const base = cutBefore(model);
      const features = base.outputs[0]!.shape[1]!;
      const last = model.layers.at(-1)!;
      const head = linearHead(features, last.getWeights()[1]!.size);
      head.layers.at(-1)!.setWeights(last.getWeights());
      const images = noiseFor(model, 3);
      const again = withHead(base, head);
      assertNear(answersOf(again, images), answersOf(model, images), 1e-6, name);
    });
  }

  it('what the copy learns leaves the network as it was', async () => {
    const model = smallModels['smallResNet']!();
    const before = weightsOf(model);
    const copy = withHead(cutBefore(model), 3);
    await train(copy, { images: noiseFor(model, 6), labels: [0, 1, 2, 0, 1, 2] }, quiet);
    assert.deepEqual(weightsOf(model), before);
    const kernel = (of: tf.LayersModel) => weightsOf(of).get('conv1_conv');
    assert.notDeepEqual(kernel(copy), kernel(model));
  });

  it('a head that learned from features answers the same on top of its network', async () => {
    const base = cutBefore(smallModels['efficientNet']!());
    const images = noiseFor(base, 6);
    const features = await extractFeatures(base, images, { cache: false });
    const head = linearHead(features.shape[1]!, 3, { dropout: 0.1 });
    const history = await train(head, { inputs: features, labels: [0, 1, 2, 0, 1, 2] }, quiet);
    assert.equal(history.stoppedBy, 'epochs');
    const whole = withHead(base, head);
    assertNear(answersOf(whole, images), answersOf(head, features), 1e-5, 'answers');
  });

  it('maps are averaged first; models inside are dissolved', () => {
    const cut = cutBefore(smallModels['smallResNet']!(), 'conv4_block1');
    const model = withHead(cut, 4, { name: 'mine' });
    assert.equal(model.name, 'mine');
    assert.deepEqual(
      model.layers.slice(-2).map(({ name }) => name),
      ['avg_pool', 'predictions'],
    );
    const nested = tf.sequential({ layers: [cut, tf.layers.flatten()] });
    const flat = withHead(nested, 4);
    assert.ok(!flat.layers.some((layer) => 'layers' in layer));
    assert.equal(flat.layers.length, cut.layers.length + 2);
  });

  it('of a network on paper the copy is on paper', () => {
    const model = onPaper(() => withHead(cutBefore(vgg()), 10));
    assert.equal(model.countParams(), 138_357_544 - 4_097_000 + 40_970);
    assert.throws(() => model.getWeights()[0]!.dataSync(), /onPaper/);
  });

  it('the same seed draws the same head', () => {
    const kernel = (seed?: number) => [
      ...linearHead(4, 3, seed === undefined ? {} : { seed })
        .getWeights()[0]!
        .dataSync(),
    ];
    assert.deepEqual(kernel(), kernel(1));
    assert.notDeepEqual(kernel(2), kernel(1));
  });

  it('refuses a network with its head, a head for other features, numbers that make no sense', () => {
    const model = smallModels['smallResNet']!();
    assert.throws(() => withHead(model, 3), {
      name: 'RangeError',
      message:
        'Impossible de mettre une tête sur le réseau\u00a0: le réseau a encore sa tête\u00a0: il donne des probabilités, et non des caractéristiques\u00a0; coupez-le d’abord, par exemple avec cutBefore(model).',
    });
    assert.throws(
      () => withHead(cutBefore(model), linearHead(5, 2)),
      /elle lit \[5\] mais le réseau donne 32/,
    );
    assert.throws(() => linearHead(0, 3), /features vaut 0/);
    assert.throws(() => linearHead(3, 1), /classes vaut 1/);
    assert.throws(() => linearHead(3, 2, { dropout: 1 }), /dropout vaut 1/);
  });
});
