import { strict as assert } from 'node:assert';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Tfjs from '@tensorflow/tfjs';
import { tfjs } from '../testing/tfjs-oracle';
import { compileGraph, type CompileGraphOptions } from './compile-graph';
import { type CompiledGraph } from './compiled-graph';
import { nativeTf } from './session/native-tf';
import { asModel, glorot, smallNet } from './testing/nets';
import { assertNear, labelsOf, ours, sparse, tensorOf, withGraph } from './testing/with-graph';

describe('compileGraph(): what stays and what goes', function () {
  this.timeout(60_000);

  // Others compile graphs on this machine too.
  const ownTmp = mkdtempSync(join(tmpdir(), 'convolab-test-'));
  const usual = process.env['TMPDIR'];
  before(() => {
    process.env['TMPDIR'] = ownTmp;
  });
  after(() => {
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
    rmSync(ownTmp, { recursive: true });
  });

  it('a training taken up from a state goes on to the last bit, Adam and dropout included', async () => {
    const make = () => {
      const model = smallNet();
      const head = tfjs.layers.dense({
        units: 3,
        activation: 'softmax',
        kernelInitializer: glorot(4),
      });
      return tfjs.sequential({ layers: [model, tfjs.layers.dropout({ rate: 0.3 }), head] });
    };
    const options: CompileGraphOptions = {
      ...sparse,
      optimizer: { name: 'adam', weightDecay: 0.01 },
    };
    const x = ours(tensorOf([6, 6, 6, 2], 1));
    const y = ours(labelsOf(6));
    const steps = (graph: CompiledGraph, n: number): number[] =>
      Array.from({ length: n }, () => graph.train(x, y, { learningRate: 0.05 }).loss);
    const [expected, state] = await withGraph(make(), options, (graph) => {
      steps(graph, 3);
      const state = graph.readState();
      return [steps(graph, 3), state] as const;
    });
    assert.equal(state.iteration, 3);
    await withGraph(make(), options, (graph) => {
      steps(graph, 1);
      graph.writeState(state);
      assert.deepEqual(steps(graph, 3), expected);
    });
  });

  it('writeState() refuses a state of another network or optimiser', () =>
    withGraph(smallNet(), { ...sparse, optimizer: 'adam' }, (graph) => {
      const { variables } = graph.readState();
      delete variables['0.kernel.m'];
      assert.throws(() => graph.writeState({ iteration: 0, variables }), {
        name: 'RangeError',
        message:
          "Impossible de remettre l'état du graphe\u00a0: 0.kernel.m devrait compter 54 nombres mais en a 0\u00a0; donnez un état lu avec readState sur la même architecture et le même optimiseur.",
      });
    }));

  it('initialise() takes up the weights that the model has by now', async () => {
    const model = smallNet();
    const x = tensorOf([2, 6, 6, 2], 1);
    await withGraph(model, sparse, (graph) => {
      model.setWeights(model.getWeights().map((w) => w.mul(2)));
      graph.initialise();
      const found = graph.predict(ours(x)).dataSync();
      assertNear(found, (model.predict(x) as Tfjs.Tensor).dataSync(), 1e-5, 'output');
    });
  });

  it('leaves no session, no temporary file and no tensor behind, after an error neither', async () => {
    const temporary = () => readdirSync(ownTmp);
    const sessions = () => nativeTf()!.node.getNumOfSavedModels();
    const model = smallNet();
    const before = { tensors: tfjs.memory().numTensors, sessions: sessions() };
    const x = ours(tensorOf([2, 6, 6, 2], 1));
    const y = ours(labelsOf(2));
    await withGraph(model, sparse, (graph) => {
      assert.deepEqual(temporary(), []);
      for (let i = 0; i < 3; i++) {
        graph.train(x, y).output.dispose();
        graph.evaluate(x, y).output.dispose();
        graph.predict(x).dispose();
      }
      graph.initialise();
      graph.writeState(graph.readState());
      graph.copyToModel();
      graph.dispose();
      assert.throws(
        () => graph.predict(x),
        /Impossible d'exécuter le graphe\u00a0: il a été libéré par dispose\(\)/,
      );
    });
    const broken = smallNet();
    broken.layers[0]!.weights[0]!.read = () => {
      throw new Error('unreadable');
    };
    await assert.rejects(compileGraph(asModel(broken), sparse), /unreadable/);
    broken.dispose();
    x.dispose();
    y.dispose();
    assert.deepEqual(temporary(), []);
    assert.deepEqual({ tensors: tfjs.memory().numTensors, sessions: sessions() }, before);
  });
});
