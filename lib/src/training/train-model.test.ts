import { strict as assert } from 'node:assert';

import type * as Tfjs from '@tensorflow/tfjs';

import { asModel, auxiliaryNet, residualNet, smallNet } from '../graph/testing/nets';
import { tfjs } from '../testing/tfjs-oracle';
import type { History } from './history';
import {
  assertSame,
  blobs,
  numbersOf,
  options,
  valuesOf,
  warnings,
} from './testing/small-training';
import { train, type TrainModelOptions } from './train-model';

describe('train(model, data, options)', function () {
  this.timeout(60_000);

  it('learns: the loss falls, the accuracy rises, validation is measured, the model has the weights', async () => {
    const model = smallNet();
    const data = blobs(60);
    const history = await train(asModel(model), data, {
      ...options,
      epochs: 12,
      learningRate: 0.03,
      validation: blobs(30),
    });
    const { loss, accuracy, valAccuracy } = history.metrics;
    assert.ok(loss!.at(-1)! < loss![0]! / 2, String(loss));
    assert.ok(accuracy!.at(-1)! > 0.9 && valAccuracy!.at(-1)! > 0.9);
    assert.equal(history.steps, 12 * 8);
    const x = tfjs.tensor(data.images.data, [60, 6, 6, 2]);
    const found = [...(model.predict(x) as Tfjs.Tensor2D).argMax(-1).dataSync()];
    const right = found.filter((label, i) => label === data.labels[i]).length / 60;
    assert.ok(right > 0.9, String(right));
  });

  for (const engine of ['graph', 'eager'] as const) {
    it(`shows after each epoch the weights of that epoch, and learns the same (${engine})`, async () => {
      const data = blobs(20);
      const [watched, other] = [smallNet(), smallNet()];
      const seen: { epochs: number; weights: number[] }[] = [];
      await train(asModel(watched), data, {
        ...options,
        engine,
        epochs: 3,
        afterEpoch: (epochs) => void seen.push({ epochs, weights: valuesOf(watched) }),
      });
      await train(asModel(other), data, { ...options, engine, epochs: 2, progress: false });
      assert.deepEqual(
        seen.map(({ epochs }) => epochs),
        [1, 2, 3],
      );
      assert.deepEqual(seen[1]!.weights, valuesOf(other));
      assert.deepEqual(seen[2]!.weights, valuesOf(watched));
      assert.notDeepEqual(seen[0]!.weights, seen[1]!.weights);
    });
  }

  for (const [name, make, channels] of [
    ['sequential', () => smallNet(), 2],
    ['with batch normalisation', residualNet, 4],
  ] as const) {
    for (const optimizer of ['sgd', 'momentum', 'adam'] as const) {
      it(`graph and eager engine give the same history and weights (${name}, ${optimizer})`, async () => {
        const data = blobs(20, channels);
        const [ours, theirs] = [make(), make()];
        const more = {
          ...options,
          validationSplit: 0.2,
          optimizer: { name: optimizer, weightDecay: 0.1 },
        };
        const graph = await train(asModel(ours), data, { ...more, engine: 'graph' });
        const eager = await train(asModel(theirs), data, { ...more, engine: 'eager' });
        assertSame(graph, eager, 1e-4);
        const expected = valuesOf(theirs);
        for (const [i, value] of valuesOf(ours).entries()) {
          assert.ok(Math.abs(value - expected[i]!) < 2e-3, `weight ${i}`);
        }
      });
    }
  }

  for (const loss of ['sparseCategoricalCrossentropy', 'meanSquaredError'] as const) {
    it(`several outputs learn with weighted losses, alike in both engines (${loss})`, async () => {
      const [ours, theirs] = [auxiliaryNet(), auxiliaryNet()];
      const more = { ...options, loss, lossWeights: [1, 0.3], validation: blobs(10) };
      const graph = await train(asModel(ours), blobs(20), { ...more, engine: 'graph' });
      const eager = await train(asModel(theirs), blobs(20), { ...more, engine: 'eager' });
      assertSame(graph, eager, 1e-4);
      const expected = valuesOf(theirs);
      for (const [i, value] of valuesOf(ours).entries()) {
        assert.ok(Math.abs(value - expected[i]!) < 2e-3, `weight ${i}`);
      }
    });
  }

  it('the weight of a loss matters, and weight 0 leaves the auxiliary head as it was', async () => {
    const heads = async (weight: number) => {
      const model = auxiliaryNet();
      const head = () => [...model.layers.at(-1)!.getWeights()[0]!.dataSync()];
      const before = head();
      const lossWeights = [1, weight];
      const { metrics } = await train(asModel(model), blobs(20), { ...options, lossWeights });
      return { loss: metrics['loss']!, changed: String(before) !== String(head()) };
    };
    const [none, some] = [await heads(0), await heads(0.3)];
    assert.equal(none.changed, false);
    assert.equal(some.changed, true);
    assert.notDeepEqual(none.loss, some.loss);
  });

  it('the same seed gives the same history, another seed another', async () => {
    const run = (seed: number) => train(asModel(smallNet()), blobs(20), { ...options, seed });
    const [first, again, other] = [await run(1), await run(1), await run(2)];
    assert.deepEqual(numbersOf(first), numbersOf(again));
    assert.notDeepEqual(first.metrics, other.metrics);
  });

  it('early stop goes back to the best epoch', async () => {
    const model = smallNet();
    const history = await train(asModel(model), blobs(20), {
      ...options,
      epochs: 30,
      learningRate: 2,
      earlyStop: { monitor: 'loss', patience: 1 },
    });
    assert.equal(history.stoppedBy, 'earlyStop');
    assert.ok(history.restoredEpoch! < history.learningRate.length - 1);
  });

  it('a loss of one\u2019s own trains eagerly, to the same numbers', async () => {
    const loss: TrainModelOptions['loss'] = (targets, output) =>
      targets.mul(output.log()).sum(-1).mul(-1);
    let history!: History;
    const said = await warnings(async () => {
      history = await train(asModel(smallNet()), blobs(20), { ...options, loss });
    });
    assert.match(said.join(), /une perte écrite par vous n'a pas de traduction/);
    assertSame(history, await train(asModel(smallNet()), blobs(20), options), 1e-4);
  });

  it('mean squared error is measured against 1 at the right class', async () => {
    const run = (engine: 'graph' | 'eager') =>
      train(asModel(smallNet()), blobs(20), { ...options, loss: 'meanSquaredError', engine });
    assertSame(await run('graph'), await run('eager'), 1e-4);
  });
});
