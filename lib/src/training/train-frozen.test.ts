import { strict as assert } from 'node:assert';

import type * as Tfjs from '@tensorflow/tfjs';

import { buildGraph } from '../graph/build-graph';
import { lossByName } from '../graph/losses';
import type { ModelInside } from '../graph/model/tfjs-inside';
import { optimizerNodes } from '../graph/optimizers';
import { asModel, glorot, residualNet } from '../graph/testing/nets';
import { assertNear } from '../graph/testing/with-graph';
import { tfjs } from '../testing/tfjs-oracle';
import { assertSame, blobs, options, valuesOf } from './testing/small-training';
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

  it('convolutions learn under frozen normalisations, the same in both engines, and no pass of these is left in the graph', async () => {
    const frozenNormalisations = (): Tfjs.Sequential => {
      const model = tfjs.sequential({
        layers: [
          layers.conv2d({
            ...{ inputShape: [6, 6, 2], filters: 4, kernelSize: 3, activation: 'linear' },
            ...{ kernelInitializer: glorot(1), biasInitializer: 'ones' },
          }),
          layers.batchNormalization({ trainable: false }),
          layers.reLU(),
          layers.depthwiseConv2d({
            ...{ kernelSize: 2, depthMultiplier: 2, depthwiseInitializer: glorot(2) },
            useBias: false,
          }),
          layers.batchNormalization({ trainable: false, scale: false }),
          layers.flatten(),
          layers.dense({ units: 3, activation: 'softmax', kernelInitializer: glorot(3) }),
        ],
      });
      for (const layer of model.layers.filter((l) => l.getClassName() === 'BatchNormalization')) {
        const settled = layer.getWeights().map((w, i) => w.add(0.3 + 0.1 * i));
        layer.setWeights(settled);
      }
      return model;
    };
    const { graph } = buildGraph(frozenNormalisations() as unknown as ModelInside, {
      loss: lossByName('sparseCategoricalCrossentropy'),
      lossWeights: [1],
      fromLogits: undefined,
      optimizer: optimizerNodes({ name: 'sgd' }),
      rates: new Map(),
      seed: 1,
    });
    assert.ok(!graph.nodes.some(({ op }) => op.startsWith('FusedBatchNorm')));
    const [ours, theirs] = await Promise.all(
      (['graph', 'eager'] as const).map(async (engine) => {
        const model = frozenNormalisations();
        await train(asModel(model), blobs(20), { ...options, engine });
        return valuesOf(model);
      }),
    );
    assertNear(ours!, theirs!, 1e-4, 'weights');
    assert.notDeepEqual(ours, valuesOf(frozenNormalisations()));
  });

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
