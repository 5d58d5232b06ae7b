import { strict as assert } from 'node:assert';

import { asModel, glorot, smallNet } from '../graph/testing/nets';
import { nativeTf } from '../graph/session/native-tf';
import { tfjs } from '../testing/tfjs-oracle';
import { blobs, options, valuesOf } from './testing/small-training';
import { train, type TrainModelOptions } from './train-model';

describe('train(): what it refuses, and how it stops', function () {
  this.timeout(60_000);

  it('says what is wrong before the first step', async () => {
    const data = blobs(20);
    const cases: [Partial<TrainModelOptions>, object, RegExp][] = [
      [{}, { ...data, labels: data.labels.map((l) => l + 1) }, /le réseau distingue 3 classes/],
      [{}, { ...data, images: blobs(20, 4).images }, /attend \[6, 6, 2\]/],
      [{ batchSize: 21 }, data, /les lots ont 21 exemples/],
      [{ optimizer: { name: 'momentum', momentum: 2 } }, data, /momentum vaut 2/],
      [{ learningRate: NaN }, data, /learningRate\) vaut NaN/],
    ];
    for (const [more, set, message] of cases) {
      const model = smallNet();
      const before = valuesOf(model);
      await assert.rejects(
        train(asModel(model), set as typeof data, { ...options, ...more }),
        message,
      );
      assert.deepEqual(valuesOf(model), before);
    }
    const images = blobs(20).images;
    images.data[3] = NaN;
    await assert.rejects(train(asModel(smallNet()), { ...data, images }, options), /NaN/);
    const open = tfjs.sequential({ layers: [tfjs.layers.flatten({ inputShape: [6, 6, 2] }), tfjs.layers.reshape({ targetShape: [9, 8] })] }); // prettier-ignore
    await assert.rejects(train(asModel(open), data, options), {
      name: 'RangeError',
      message: /il faut une sortie \[lot, classes\]/,
    });
  });

  for (const engine of ['graph', 'eager'] as const) {
    it(`stops when the loss becomes NaN: step, learning rate, what to try (${engine})`, async () => {
      const model = tfjs.sequential({
        layers: [
          tfjs.layers.flatten({ inputShape: [6, 6, 2] }),
          tfjs.layers.dense({ units: 3, kernelInitializer: glorot(1) }),
        ],
      });
      const run = train(asModel(model), blobs(20), {
        ...options,
        engine,
        loss: 'meanSquaredError',
        optimizer: 'sgd',
        learningRate: 1e20,
      });
      await assert.rejects(
        run,
        /la perte vaut (NaN|Infinity) au pas \d+ \(époque \d, taux d'apprentissage 100000000000000000000\).*essayez/,
      );
    });

    it(`leaves no tensor behind, nor after an error (${engine})`, async () => {
      const model = smallNet();
      const before = tfjs.memory().numTensors;
      await train(asModel(model), blobs(20), { ...options, engine, earlyStop: true });
      await assert.rejects(
        train(asModel(model), blobs(20), { ...options, engine, learningRate: 1e30, optimizer: 'sgd', loss: 'meanSquaredError', progress: { begin: () => undefined, step: () => { throw new Error('stop'); }, epoch: () => undefined, end: () => undefined } }), // prettier-ignore
        /stop/,
      );
      assert.equal(nativeTf()!.node.getNumOfSavedModels(), 0);
      assert.equal(tfjs.memory().numTensors, before);
    });
  }
});
