import { strict as assert } from 'node:assert';

import type * as Tfjs from '@tensorflow/tfjs';

import { asModel, glorot, residualNet } from '../graph/testing/nets';
import { tfjs } from '../testing/tfjs-oracle';
import { assertSame, blobs, options } from './testing/small-training';
import { train } from './train-model';

const { layers } = tfjs;

/** A convolution and its normalisation, frozen as a whole. */
function frozenBase(): Tfjs.Sequential {
  const base = tfjs.sequential({
    layers: [
      layers.conv2d({
        inputShape: [6, 6, 2],
        filters: 2,
        kernelSize: 3,
        kernelInitializer: glorot(1),
      }),
      layers.batchNormalization(),
    ],
  });
  base.trainable = false;
  return base;
}

function net(base: Tfjs.Sequential): Tfjs.LayersModel {
  const head = layers.dense({ units: 3, activation: 'softmax', kernelInitializer: glorot(9) });
  return tfjs.sequential({ layers: [base, layers.flatten(), head] });
}

describe('train(): frozen layers', function () {
  this.timeout(60_000);

  it('a frozen model inside: the same history in both engines', async () => {
    const run = (engine: 'graph' | 'eager') =>
      train(asModel(net(frozenBase())), blobs(20), { ...options, engine, validation: blobs(9) });
    assertSame(await run('graph'), await run('eager'), 1e-4);
  });

  for (const engine of ['graph', 'eager'] as const) {
    it(`a frozen model inside keeps all it has, moving statistics too (${engine})`, async () => {
      const base = frozenBase();
      const before = base.getWeights().map((weight) => [...weight.dataSync()]);
      const model = net(base);
      await train(asModel(model), blobs(20), { ...options, engine });
      assert.deepEqual(
        base.getWeights().map((weight) => [...weight.dataSync()]),
        before,
      );
    });

    it(`a layer unfrozen inside a frozen model stays frozen, as in tfjs (${engine})`, async () => {
      const base = frozenBase();
      base.layers[0]!.trainable = true;
      const kernel = () => [...base.layers[0]!.getWeights()[0]!.dataSync()];
      const before = kernel();
      const model = net(base);
      await train(asModel(model), blobs(20), { ...options, engine });
      assert.deepEqual(kernel(), before);
    });
  }

  it('eagerly, frozen batch normalisation keeps its statistics', async () => {
    const model = residualNet();
    for (const layer of model.layers) {
      if (layer.getClassName() === 'BatchNormalization') layer.trainable = false;
    }
    const statistics = () =>
      model.layers.flatMap((layer) =>
        layer.getClassName() === 'BatchNormalization'
          ? layer.weights.map((w) => [...w.read().dataSync()])
          : [],
      );
    const before = statistics();
    await train(asModel(model), blobs(20, 4), { ...options, engine: 'eager' });
    assert.deepEqual(statistics(), before);
  });
});
