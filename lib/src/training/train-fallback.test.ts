import { strict as assert } from 'node:assert';

import { asModel } from '../graph/testing/nets';
import { tfjs } from '../testing/tfjs-oracle';
import { blobs, options, warnings } from './testing/small-training';
import { train } from './train-model';

describe('train(): what the graph has no translation for', function () {
  this.timeout(60_000);

  it('a layer without translation: trains eagerly, and says so once', async () => {
    const make = () =>
      tfjs.sequential({
        layers: [
          tfjs.layers.flatten({ inputShape: [6, 6, 2] }),
          tfjs.layers.gaussianNoise({ stddev: 0.01, name: 'bruit' }),
          tfjs.layers.dense({ units: 3, activation: 'softmax' }),
        ],
      });
    const said = await warnings(async () => {
      const history = await train(asModel(make()), blobs(20), options);
      assert.equal(history.metrics['loss']!.length, 3);
      await train(asModel(make()), blobs(20), options);
    });
    assert.deepEqual(said, [
      "L'entraînement se fait pas à pas, moins vite qu'en un graphe\u00a0: la couche GaussianNoise, dans la couche 'bruit', n'a pas de traduction. Les résultats sont les mêmes.",
    ]);
    await assert.rejects(train(asModel(make()), blobs(20), { ...options, engine: 'graph' }), {
      name: 'UnsupportedError',
    });
  });
});
