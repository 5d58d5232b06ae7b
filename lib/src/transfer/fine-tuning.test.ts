import { strict as assert } from 'node:assert';

import { train } from '../graph';
import * as tf from '../tf';
import { blocksOf, unfreezeLast } from './blocks';
import { cutBefore } from './cut-before';
import { noiseFor, smallModels, weightsOf } from './testing/small-models';
import { withHead } from './with-head';

const isNormalisation = (kind: string): boolean => kind === 'BatchNormalization';
const labels = [0, 1, 2, 2, 1, 0];

/** A network that tells three other classes apart, from one that has learned, of which the last blocks learn. */
function tuned(name: string, blocks: (all: number) => number): tf.LayersModel {
  const model = withHead(cutBefore(smallModels[name]!()), 3);
  return unfreezeLast(model, blocks(blocksOf(model).length));
}

describe('fine-tuning', function () {
  this.timeout(60_000);
  const parts = {
    'the head': () => 1,
    'the last blocks': () => 3,
    everything: (all: number) => all,
  };

  for (const name of ['smallResNet', 'efficientNetLite']) {
    for (const engine of ['graph', 'eager'] as const) {
      for (const [what, blocks] of Object.entries(parts)) {
        it(`${name}, ${engine}: ${what} learns, no statistic moves, what is frozen stays`, async () => {
          const model = tuned(name, blocks);
          const before = weightsOf(model);
          const data = { images: noiseFor(model, 6), labels };
          await train(model, data, {
            epochs: 2,
            batchSize: 3,
            learningRate: 0.05,
            engine,
            progress: false,
          });
          const after = weightsOf(model);
          for (const layer of model.layers) {
            const learns = layer.trainable && !isNormalisation(layer.getClassName());
            const [old, now] = [before.get(layer.name), after.get(layer.name)];
            if (learns && layer.countParams() > 0) assert.notDeepEqual(now, old, layer.name);
            else assert.deepEqual(now, old, layer.name);
          }
        });
      }
    }
  }

  // The trap this room is there for: who trains with tfjs's own `fit` spoils what was frozen.
  for (const name of ['smallResNet', 'efficientNet', 'efficientNetLite']) {
    it(`tfjs's own fit moves the statistics of ${name}, frozen as they are`, async () => {
      const model = tuned(name, () => 1);
      const before = weightsOf(model, isNormalisation);
      const { shape, data } = noiseFor(model, 6);
      const x = tf.tensor(data as Float32Array, [...shape]);
      const y = tf.oneHot(tf.tensor1d(labels, 'int32'), 3);
      model.compile({ optimizer: tf.train.sgd(0.05), loss: 'categoricalCrossentropy' });
      await model.fit(x, y.toFloat(), { epochs: 2, batchSize: 3, verbose: 0 });
      const after = weightsOf(model, isNormalisation);
      for (const [layer, [gamma, beta, mean, variance]] of before) {
        const now = after.get(layer)!;
        assert.deepEqual(now.slice(0, 2), [gamma, beta], layer);
        assert.notDeepEqual(now[2], mean, layer);
        assert.notDeepEqual(now[3], variance, layer);
      }
    });
  }
});
