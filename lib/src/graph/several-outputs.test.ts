import { strict as assert } from 'node:assert';
import type * as Tfjs from '@tensorflow/tfjs';
import { tfjs } from '../testing/tfjs-oracle';
import { buildGraph } from './build-graph';
import { compileGraph } from './compile-graph';
import type { ModelInside } from './model/tfjs-inside';
import { asModel, auxiliaryNet, glorot } from './testing/nets';
import { assertNear, labelsOf, ours, sparse, tensorOf, withGraph } from './testing/with-graph';

describe('compileGraph(): several outputs and inputs', function () {
  this.timeout(60_000);

  it('predictAll() gives every output as tfjs does, predict() the first', async () => {
    const model = auxiliaryNet();
    const x = tensorOf([4, 6, 6, 2], 1);
    const expected = (model.predict(x) as Tfjs.Tensor[]).map((tensor) => tensor.dataSync());
    await withGraph(model, {}, (graph) => {
      const found = graph.predictAll(ours(x));
      assert.equal(found.length, 2);
      for (const [i, values] of expected.entries()) {
        assertNear(found[i]!.dataSync(), values, 1e-5, `output ${i}`);
      }
      assertNear(graph.predict(ours(x)).dataSync(), expected[0]!, 1e-5, 'first output');
    });
  });

  it('of one output predictAll() gives a list of one', () => {
    const layers = [tfjs.layers.dense({ inputShape: [4], units: 2 })];
    return withGraph(tfjs.sequential({ layers }), {}, (graph) => {
      const x = ours(tensorOf([3, 4], 1));
      const [only, ...none] = graph.predictAll(x);
      assert.deepEqual(none, []);
      assert.deepEqual(only!.dataSync(), graph.predict(x).dataSync());
    });
  });

  it('learns from the weighted sum of the losses, as tfjs with that sum', async () => {
    const [model, eager] = [auxiliaryNet(), auxiliaryNet()];
    const lossWeights = [1, 0.3];
    const optimizer = tfjs.train.sgd(0.1);
    const batches = [5, 3].map((n, i) => [tensorOf([n, 6, 6, 2], i), labelsOf(n)] as const);
    const sum = (x: Tfjs.Tensor, y: Tfjs.Tensor): Tfjs.Scalar =>
      (eager.apply(x, { training: true }) as Tfjs.Tensor[])
        .map((p, i) => tfjs.oneHot(y.toInt(), 3).mul(p.log()).sum(-1).mean().mul(-lossWeights[i]!))
        .reduce((a, b) => a.add(b)) as Tfjs.Scalar;
    await withGraph(model, { ...sparse, lossWeights }, (graph) => {
      for (const [x, y] of batches) {
        const evaluated = graph.evaluate(ours(x), ours(y)).loss;
        const { loss } = graph.train(ours(x), ours(y), { learningRate: 0.1 });
        const expected = optimizer.minimize(() => sum(x, y), true)!.dataSync()[0]!;
        assert.ok(Math.abs(loss - expected) < 1e-5, `${loss}, ${expected}`);
        assert.ok(Math.abs(evaluated - expected) < 1e-5, `${evaluated}, ${expected}`);
      }
      graph.copyToModel();
    });
    for (const [i, weight] of model.getWeights().entries()) {
      assertNear(weight.dataSync(), eager.getWeights()[i]!.dataSync(), 1e-4, `weight ${i}`);
    }
  });

  it('refuses weights that do not fit the outputs, and outputs that do not fit the same targets', async () => {
    for (const lossWeights of [[1], [1, -1], [0, 0], [1, NaN], 2 as unknown as number[]]) {
      await assert.rejects(compileGraph(asModel(auxiliaryNet()), { ...sparse, lossWeights }), {
        name: 'RangeError',
        message:
          /^Impossible de pondérer la perte\u00a0: lossWeights est .* chacune des 2 sorties.*lossWeights: \[1, 0\.3\]\.$/,
      });
    }
    const input = tfjs.input({ shape: [4] });
    const outputs = [2, 3].map((units) => tfjs.layers.dense({ units }).apply(input));
    const uneven = tfjs.model({ inputs: input, outputs: outputs as Tfjs.SymbolicTensor[] });
    await assert.rejects(compileGraph(asModel(uneven), sparse), {
      name: 'UnsupportedError',
      message: /un apprentissage de sorties de formes différentes/,
    });
    await withGraph(uneven, {}, (graph) => {
      const shapes = graph.predictAll(ours(tensorOf([5, 4], 1))).map(({ shape }) => shape);
      assert.deepEqual(shapes, [
        [5, 2],
        [5, 3],
      ]);
    });
  });

  it('an output that others are computed from, or that is an input, comes out too', async () => {
    const input = tfjs.input({ shape: [4] });
    const first = tfjs.layers
      .dense({ units: 4, kernelInitializer: glorot(1) })
      .apply(input) as Tfjs.SymbolicTensor;
    const second = tfjs.layers
      .dense({ units: 2, kernelInitializer: glorot(2) })
      .apply(first) as Tfjs.SymbolicTensor;
    const inner = tfjs.model({ inputs: input, outputs: [first, second] });
    const outer = tfjs.input({ shape: [4] });
    const answers = inner.apply(outer) as Tfjs.SymbolicTensor[];
    const copy = tfjs.layers.activation({ activation: 'linear' }).apply(outer);
    const model = tfjs.model({
      inputs: outer,
      outputs: [copy as Tfjs.SymbolicTensor, ...answers],
    });
    const x = tensorOf([3, 4], 1);
    const expected = model.predict(x) as Tfjs.Tensor[];
    await withGraph(model, {}, (graph) => {
      for (const [i, found] of graph.predictAll(ours(x)).entries()) {
        assertNear(found.dataSync(), expected[i]!.dataSync(), 1e-5, `output ${i}`);
      }
    });
    assert.equal(expected.length, 3);
  });

  it('predict() computes nothing that only the other outputs need', () => {
    const { graph } = buildGraph(auxiliaryNet() as unknown as ModelInside);
    const byName = new Map(graph.nodes.map((node) => [node.name, node]));
    const needed = new Set<string>();
    const visit = (name: string): void => {
      const node = byName.get(name.replace(/^\^/, '').split(':')[0]!)!;
      if (needed.has(node.name)) return;
      needed.add(node.name);
      node.inputs.forEach(visit);
    };
    visit(graph.signatures['predict']!.outputs['output']!.name);
    const ops = [...needed].map((name) => byName.get(name)!.op);
    assert.equal(ops.filter((op) => op === 'MatMul').length, 1);
    assert.equal(graph.nodes.filter(({ op }) => op === 'MatMul').length, 2);
  });

  it('takes several inputs as a list, and says what does not fit', async () => {
    const [a, b] = [tfjs.input({ shape: [4] }), tfjs.input({ shape: [2] })];
    const both = tfjs.layers.concatenate().apply([a, b]) as Tfjs.SymbolicTensor;
    const head = tfjs.layers.dense({ units: 3, activation: 'softmax' });
    const model = tfjs.model({ inputs: [a, b], outputs: head.apply(both) as Tfjs.SymbolicTensor });
    const xs = [tensorOf([5, 4], 1), tensorOf([5, 2], 2)];
    const expected = (model.predict(xs) as Tfjs.Tensor).dataSync();
    await withGraph(model, sparse, (graph) => {
      const given = xs.map(ours);
      assertNear(graph.predict(given).dataSync(), expected, 1e-5, 'output');
      const before = graph.train(given, ours(labelsOf(5)), { learningRate: 0.1 }).loss;
      assert.ok(graph.evaluate(given, ours(labelsOf(5))).loss < before);
      assert.throws(() => graph.predict(given[0]!), {
        name: 'RangeError',
        message: /x compte 1 tenseur\(s\) mais le réseau a 2 entrée\(s\)/,
      });
      assert.throws(
        () => graph.predict([given[0]!, ours(tensorOf([4, 2], 1))]),
        /x\[1\] a la forme \[4, 2\] mais il faut \[5, 2\]/,
      );
    });
  });
});
