import { strict as assert } from 'node:assert';
import type * as Tfjs from '@tensorflow/tfjs';
import { tfjs } from '../testing/tfjs-oracle';
import type { LayersModel } from '../tf/models';
import { compileGraph } from './compile-graph';
import { asModel, smallNet } from './testing/nets';
import { labelsOf, ours, sparse, tensorOf, withGraph } from './testing/with-graph';
import { UnsupportedError } from './unsupported';

describe('compileGraph(): what it refuses', function () {
  this.timeout(60_000);

  it('names a layer that has no translation', async () => {
    const model = tfjs.sequential({
      layers: [
        tfjs.layers.flatten({ inputShape: [2, 2] }),
        tfjs.layers.gaussianNoise({ stddev: 1, name: 'bruit' }),
      ],
    });
    await assert.rejects(compileGraph(asModel(model)), (error: UnsupportedError) => {
      assert.ok(error instanceof UnsupportedError);
      assert.equal(error.layer, 'bruit');
      assert.equal(
        error.message,
        "Impossible de traduire le réseau en un graphe\u00a0: la couche GaussianNoise, dans la couche 'bruit', n'a pas de traduction\u00a0; appelez train, qui entraîne alors le réseau pas à pas, ou choisissez une autre couche.",
      );
      return true;
    });
  });

  it('names an option that has no translation', async () => {
    const kernelRegularizer = tfjs.regularizers.l2({ l2: 0.1 });
    const refused: [Tfjs.layers.Layer, RegExp][] = [
      [tfjs.layers.dense({ inputShape: [4], units: 2, kernelRegularizer }), /l'option kernelRegularizer/],
      [tfjs.layers.dense({ inputShape: [4], units: 2, activation: 'hardSigmoid' }), /l'activation 'hardSigmoid'/],
      [tfjs.layers.dense({ inputShape: [4, 4], units: 2 }), /une entrée de plus de deux axes/],
      [tfjs.layers.conv2d({ inputShape: [4, 4, 1], filters: 1, kernelSize: 2, dilationRate: 2 }), /dilationRate/],
    ]; // prettier-ignore
    for (const [layer, message] of refused) {
      const model = tfjs.sequential({ layers: [layer] });
      await assert.rejects(compileGraph(asModel(model), sparse), message);
    }
    const probabilities = compileGraph(asModel(smallNet('linear')), {
      ...sparse,
      fromLogits: false,
    });
    await assert.rejects(probabilities, /ne sortent pas d'un softmax/);
  });

  it('refuses what does not fit before it reaches TensorFlow', () =>
    withGraph(smallNet(), sparse, (graph) => {
      const x = ours(tensorOf([2, 6, 5, 2], 1));
      assert.throws(() => graph.predict(x), {
        name: 'RangeError',
        message:
          'Impossible de prédire avec le graphe\u00a0: x a la forme [2, 6, 5, 2] mais il faut [lot, 6, 6, 2]\u00a0; changez sa forme avec reshape.',
      });
      assert.throws(() => graph.predict(ours(tfjs.zeros([0, 6, 6, 2]))), /\[0, 6, 6, 2\]/);
      const good = ours(tensorOf([2, 6, 6, 2], 1));
      assert.throws(
        () => graph.train(good, ours(labelsOf(3))),
        /autant que d'exemples dans x \(2\)/,
      );
      assert.throws(() => graph.train(good, ours(tfjs.zeros([2]))), /des numéros de classe int32/);
    }));

  it('says in French what only TensorFlow finds, as a label out of range, and keeps its weights', () =>
    withGraph(smallNet(), sparse, (graph) => {
      const x = ours(tensorOf([2, 6, 6, 2], 1));
      const before = graph.readState();
      assert.throws(() => graph.train(x, ours(tfjs.tensor1d([0, 3], 'int32'))), {
        message:
          /^Impossible d'exécuter le graphe\u00a0: TensorFlow répond «\u00a0Received a label value of 3 .*\u00a0»\u00a0; vérifiez les étiquettes/s,
      });
      assert.deepEqual(graph.readState(), before);
    }));

  it('refuses a learning rate that leads nowhere, and keeps its weights', () =>
    withGraph(smallNet(), sparse, (graph) => {
      const [x, y] = [ours(tensorOf([2, 6, 6, 2], 1)), ours(labelsOf(2))];
      const before = graph.readState();
      for (const learningRate of [NaN, Infinity, -1, '1' as never]) {
        assert.throws(() => graph.train(x, y, { learningRate }), {
          name: 'RangeError',
          message: /le taux d'apprentissage \(learningRate\) vaut .* mais il faut un nombre fini/,
        });
      }
      assert.deepEqual(graph.readState(), before);
    }));

  it('refuses weights that are NaN or infinite, which a ReLU would hide', async () => {
    for (const wrong of [NaN, Infinity]) {
      const model = smallNet();
      const [kernel, ...others] = model.getWeights();
      model.setWeights([kernel!.mul(wrong), ...others]);
      await assert.rejects(compileGraph(asModel(model), sparse), {
        name: 'RangeError',
        message: new RegExp(`kernel de la couche .* contient (-?Infinity|NaN)\u00a0; recréez`),
      });
    }
  });

  it('refuses a loss and an optimiser it does not know', async () => {
    const compile = (options: object) => compileGraph(asModel(smallNet()), options);
    await assert.rejects(compile({ loss: 'hinge' }), {
      name: 'RangeError',
      message:
        "Impossible de choisir la perte (loss)\u00a0: elle s'appelle 'hinge'\u00a0; choisissez parmi 'sparseCategoricalCrossentropy', 'categoricalCrossentropy', 'meanSquaredError'.",
    });
    await assert.rejects(
      compile({ ...sparse, optimizer: 'lamb' }),
      /donnez 'sgd', 'momentum' ou 'adam'/,
    );
    await assert.rejects(
      compile({ ...sparse, optimizer: { name: 'adam', beta1: 1 } }),
      /beta1 vaut 1/,
    );
    await assert.rejects(
      compileGraph(tfjs.sequential() as unknown as LayersModel),
      /donnez inputShape à sa première couche/,
    );
  });
});
