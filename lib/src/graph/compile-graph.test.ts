import { strict as assert } from 'node:assert';
import type * as Tfjs from '@tensorflow/tfjs';
import { tfjs } from '../testing/tfjs-oracle';
import { buildGraph } from './build-graph';
import type { CompileGraphOptions } from './compile-graph';
import { losses } from './losses';
import type { ModelInside } from './model/tfjs-inside';
import { optimizerNodes } from './optimizers';
import { glorot, residualNet, smallNet } from './testing/nets';
import {
  assertNear,
  labelsOf,
  ours,
  sparse,
  tensorOf,
  trainEagerly,
  withGraph,
} from './testing/with-graph';

describe('compileGraph()', function () {
  this.timeout(60_000);

  for (const [name, make, shape] of [
    ['a sequential model', smallNet, [6, 6, 2]],
    ['a functional model', residualNet, [6, 6, 4]],
  ] as const) {
    it(`${name} predicts what tfjs predicts, for any batch`, async () => {
      const model = make();
      await withGraph(model, {}, (graph) => {
        for (const batch of [1, 5]) {
          const x = tensorOf([batch, ...shape], 3);
          const found = graph.predict(ours(x)).dataSync();
          assertNear(found, (model.predict(x) as Tfjs.Tensor).dataSync(), 1e-5, 'output');
        }
      });
    });

    for (const [optimizer, oracle] of [
      ['sgd', () => tfjs.train.sgd(0.05)],
      ['momentum', () => tfjs.train.momentum(0.05, 0.9)],
      ['adam', () => tfjs.train.adam(0.05)],
    ] as const) {
      it(`${name} learns with ${optimizer} as in tfjs: losses and all weights, a partial batch last`, async () => {
        const model = make();
        const eager = make();
        const batches = [8, 8, 3].map((n, i): [Tfjs.Tensor, Tfjs.Tensor] => [
          tensorOf([n, ...shape], i),
          labelsOf(n),
        ]);
        const expected = trainEagerly(eager, oracle(), batches);
        await withGraph(model, { ...sparse, optimizer }, (graph) => {
          const found = batches.map(
            ([x, y]) => graph.train(ours(x), ours(y), { learningRate: 0.05 }).loss,
          );
          assertNear(found, expected, 1e-4, 'losses');
          graph.copyToModel();
        });
        for (const [i, weight] of model.getWeights().entries()) {
          assertNear(weight.dataSync(), eager.getWeights()[i]!.dataSync(), 1e-3, `weight ${i}`);
        }
      });
    }
  }

  it('takes targets as class numbers or as rows, a softmax or logits: the same loss', async () => {
    const x = tensorOf([4, 6, 6, 2], 1);
    const rows = tfjs.oneHot(labelsOf(4), 3).toFloat();
    const evaluate = (end: 'softmax' | 'linear', options: CompileGraphOptions, y: Tfjs.Tensor) =>
      withGraph(smallNet(end), options, (graph) => graph.evaluate(ours(x), ours(y)).loss);
    const loss = await evaluate('softmax', sparse, labelsOf(4));
    const dense: CompileGraphOptions = { loss: 'categoricalCrossentropy' };
    const others = [
      await evaluate('linear', { ...sparse, fromLogits: true }, labelsOf(4)),
      await evaluate('softmax', dense, rows),
      await evaluate('linear', dense, rows),
    ];
    for (const other of others) assert.ok(Math.abs(other - loss) < 1e-6, `${other}, ${loss}`);
    const model = smallNet();
    const p = model.predict(x) as Tfjs.Tensor;
    const expected = rows.mul(p.log()).sum(-1).mean().neg().dataSync()[0]!;
    assert.ok(Math.abs(expected - loss) < 1e-6);
  });

  it('a probability that rounds to 0 costs its logit, not infinity', async () => {
    const model = tfjs.sequential({
      layers: [tfjs.layers.dense({ inputShape: [1], units: 2, activation: 'softmax', weights: [tfjs.tensor2d([[0, 300]]), tfjs.zeros([2])] })], // prettier-ignore
    });
    await withGraph(model, sparse, (graph) => {
      const { loss } = graph.evaluate(ours(tfjs.ones([1, 1])), ours(tfjs.tensor1d([0], 'int32')));
      assert.equal(loss, 300);
    });
  });

  it('mean squared error: value and step as in tfjs', async () => {
    const model = smallNet('linear');
    const eager = smallNet('linear');
    const x = tensorOf([4, 6, 6, 2], 1);
    const y = tensorOf([4, 3], 2);
    const cost = tfjs.train
      .sgd(0.1)
      .minimize(
        () =>
          tfjs.losses.meanSquaredError<Tfjs.Tensor, Tfjs.Scalar>(y, eager.apply(x) as Tfjs.Tensor),
        true,
      )!;
    await withGraph(model, { loss: 'meanSquaredError', optimizer: 'sgd' }, (graph) => {
      const { loss } = graph.train(ours(x), ours(y), { learningRate: 0.1 });
      assert.ok(Math.abs(loss - cost.dataSync()[0]!) < 1e-5);
      graph.copyToModel();
    });
    for (const [i, weight] of model.getWeights().entries()) {
      assertNear(weight.dataSync(), eager.getWeights()[i]!.dataSync(), 1e-5, `weight ${i}`);
    }
  });

  it('weight decay shrinks kernels by rate times decay before the step, biases not', async () => {
    const model = smallNet();
    const plain = smallNet();
    const x = ours(tensorOf([4, 6, 6, 2], 1));
    const step = (m: Tfjs.LayersModel, weightDecay: number) =>
      withGraph(m, { ...sparse, optimizer: { name: 'sgd', weightDecay } }, (graph) => {
        graph.train(x, ours(labelsOf(4)), { learningRate: 0.1 });
        graph.copyToModel();
      });
    const before = model.getWeights().map((w) => w.dataSync().slice());
    await step(model, 0.5);
    await step(plain, 0);
    for (const [i, weight] of model.getWeights().entries()) {
      const without = plain.getWeights()[i]!.dataSync();
      const decay = weight.rank > 1 ? 0.05 : 0;
      const expected = Array.from(without, (value, j) => value - decay * before[i]![j]!);
      assertNear(weight.dataSync(), expected, 1e-5, `weight ${i}`);
    }
  });

  it('frozen layers stay as they are, moving statistics included, and cost no gradient', async () => {
    const model = residualNet();
    const frozen = model.layers.slice(0, 5);
    for (const layer of frozen) layer.trainable = false;
    const values = (net: Tfjs.LayersModel) =>
      net.layers.flatMap((layer) => layer.weights.map((w) => w.read().dataSync().slice()));
    const kept = model.layers.flatMap((layer) => layer.weights.map(() => frozen.includes(layer)));
    const before = values(model);
    await withGraph(model, sparse, (graph) => {
      graph.train(ours(tensorOf([4, 6, 6, 4], 1)), ours(labelsOf(4)), { learningRate: 0.5 });
      graph.copyToModel();
    });
    const after = values(model);
    const same = after.map((now, i) => now.every((value, j) => value === before[i]![j]));
    assert.deepEqual(same, kept);
    assert.equal(kept.filter(Boolean).length, 6);
  });

  it('computes no gradient of the input image, nor behind frozen layers', () => {
    const count = (model: Tfjs.LayersModel, op: string): number => {
      const { graph } = buildGraph(model as unknown as ModelInside, {
        loss: losses.sparseCategoricalCrossentropy,
        lossWeights: [1],
        fromLogits: undefined,
        rates: new Map(),
        optimizer: optimizerNodes({ name: 'sgd' }),
        seed: 1,
      });
      return graph.nodes.filter((node) => node.op === op).length;
    };
    assert.equal(count(smallNet(), 'Conv2DBackpropInput'), 0);
    assert.equal(count(smallNet(), 'Conv2DBackpropFilter'), 1);
    const model = smallNet();
    model.layers[0]!.trainable = false;
    assert.equal(count(model, 'Conv2DBackpropFilter'), 0);
    assert.equal(count(model, 'MaxPoolGrad'), 0);
  });

  it('a layer used twice shares its weights, and a model may be a layer', async () => {
    const shared = tfjs.layers.dense({
      units: 4,
      activation: 'tanh',
      kernelInitializer: glorot(1),
    });
    const make = () => {
      const input = tfjs.input({ shape: [4] });
      const inner = tfjs.sequential({
        layers: [tfjs.layers.dense({ inputShape: [4], units: 3, activation: 'softmax', kernelInitializer: glorot(2) })], // prettier-ignore
      });
      const twice = shared.apply(shared.apply(input)) as Tfjs.SymbolicTensor;
      return tfjs.model({ inputs: input, outputs: inner.apply(twice) as Tfjs.SymbolicTensor });
    };
    const model = make();
    const start = shared.getWeights().map((w) => w.clone());
    const x = tensorOf([5, 4], 1);
    trainEagerly(model, tfjs.train.sgd(0.1), [[x, labelsOf(5)]]);
    const expected = model.getWeights().map((w) => w.dataSync().slice());
    shared.setWeights(start);
    const again = make();
    await withGraph(again, sparse, (graph) => {
      graph.train(ours(x), ours(labelsOf(5)), { learningRate: 0.1 });
      graph.copyToModel();
    });
    for (const [i, weight] of again.getWeights().entries()) {
      assertNear(weight.dataSync(), expected[i]!, 1e-5, `weight ${i}`);
    }
  });
});
