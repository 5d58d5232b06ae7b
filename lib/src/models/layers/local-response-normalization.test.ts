import { strict as assert } from 'node:assert';
import type * as Tfjs from '@tensorflow/tfjs';
import { compileGraph } from '../../graph';
import { asModel, glorot } from '../../graph/testing/nets';
import {
  assertNear,
  labelsOf,
  ours,
  sparse,
  tensorOf,
  trainEagerly,
  withGraph,
} from '../../graph/testing/with-graph';
import { tfjs } from '../../testing/tfjs-oracle';
import { train } from '../../training/train-model';
import { blobs, options } from '../../training/testing/small-training';
import { localResponseNormalization } from './local-response-normalization';

/** Large numbers, so that the normalisation is felt. */
const numbers = { depthRadius: 1, bias: 1.5, alpha: 0.5, beta: 0.75 };

function net(layer = localResponseNormalization(numbers)): Tfjs.Sequential {
  return tfjs.sequential({
    layers: [
      tfjs.layers.conv2d({
        inputShape: [6, 6, 2],
        filters: 5,
        kernelSize: 3,
        kernelInitializer: glorot(1),
      }),
      layer as unknown as Tfjs.layers.Layer,
      tfjs.layers.flatten(),
      tfjs.layers.dense({ units: 3, activation: 'softmax', kernelInitializer: glorot(2) }),
    ],
  });
}

describe('localResponseNormalization()', function () {
  this.timeout(60_000);

  it('computes what the operation of tfjs computes, by default with the numbers of AlexNet', () => {
    const x = tensorOf([2, 3, 3, 7], 1) as Tfjs.Tensor4D;
    const apply = (layer: unknown) => (layer as Tfjs.layers.Layer).apply(x) as Tfjs.Tensor;
    const found = apply(localResponseNormalization(numbers));
    const expected = tfjs.localResponseNormalization(x, 1, 1.5, 0.5, 0.75);
    assert.deepEqual(found.dataSync(), expected.dataSync());
    assert.deepEqual(
      apply(localResponseNormalization()).dataSync(),
      tfjs.localResponseNormalization(x, 2, 2, 1e-4, 0.75).dataSync(),
    );
  });

  it('in a graph predicts and learns as in tfjs, step by step', async () => {
    const [model, eager] = [net(), net()];
    const x = tensorOf([4, 6, 6, 2], 1);
    const batches = [5, 3].map((n, i): [Tfjs.Tensor, Tfjs.Tensor] => [
      tensorOf([n, 6, 6, 2], i),
      labelsOf(n),
    ]);
    await withGraph(model, { ...sparse, optimizer: 'sgd' }, (graph) => {
      const before = (model.predict(x) as Tfjs.Tensor).dataSync();
      assertNear(graph.predict(ours(x)).dataSync(), before, 1e-5, 'output');
      const losses = batches.map(
        ([a, b]) => graph.train(ours(a), ours(b), { learningRate: 0.5 }).loss,
      );
      assertNear(losses, trainEagerly(eager, tfjs.train.sgd(0.5), batches), 1e-5, 'losses');
      graph.copyToModel();
    });
    for (const [i, weight] of model.getWeights().entries()) {
      assertNear(weight.dataSync(), eager.getWeights()[i]!.dataSync(), 1e-5, `weight ${i}`);
    }
  });

  it('train() takes it in both engines, to the same history', async () => {
    const run = (engine: 'graph' | 'eager') =>
      train(asModel(net()), blobs(20), { ...options, engine });
    const [graph, eager] = [await run('graph'), await run('eager')];
    assertNear(graph.metrics['loss']!, eager.metrics['loss']!, 1e-4, 'losses');
  });

  it('is saved and loaded with its numbers', async () => {
    const model = net();
    const saved: Tfjs.io.ModelArtifacts[] = [];
    await model.save(
      tfjs.io.withSaveHandler((artifacts) => {
        saved.push(JSON.parse(JSON.stringify(artifacts)) as Tfjs.io.ModelArtifacts);
        saved[0]!.weightData = artifacts.weightData!;
        return Promise.resolve({ modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } }); // prettier-ignore
      }),
    );
    const loaded = await tfjs.loadLayersModel(tfjs.io.fromMemory(saved[0]!));
    const { depthRadius, bias, alpha, beta } = loaded.layers[1]!.getConfig();
    assert.deepEqual({ depthRadius, bias, alpha, beta }, numbers);
    const x = tensorOf([2, 6, 6, 2], 3);
    assert.deepEqual(
      (loaded.predict(x) as Tfjs.Tensor).dataSync(),
      (model.predict(x) as Tfjs.Tensor).dataSync(),
    );
  });

  it('a layer of the same class name without these numbers is not taken for it', async () => {
    const layer = localResponseNormalization(numbers) as unknown as Tfjs.layers.Layer;
    layer.getConfig = () => ({ name: 'autre' });
    await assert.rejects(compileGraph(asModel(net(layer as never))), {
      name: 'UnsupportedError',
      message: /depthRadius/,
    });
  });

  it('refuses numbers that make no sense', () => {
    assert.throws(() => localResponseNormalization({ depthRadius: 1.5 }), {
      name: 'RangeError',
      message:
        "Impossible de faire une couche de normalisation locale (LRN)\u00a0: depthRadius vaut 1.5 mais il faut un nombre entier d'au moins 0\u00a0; donnez par exemple depthRadius: 2.",
    });
    assert.throws(() => localResponseNormalization({ beta: NaN }), /beta vaut NaN/);
  });
});
