import { strict as assert } from 'node:assert';

import type * as Tfjs from '@tensorflow/tfjs';

import { asModel, glorot, smallNet } from '../graph/testing/nets';
import { nativeTf } from '../graph/session/native-tf';
import { tfjs } from '../testing/tfjs-oracle';
import { blobs, options, valuesOf, warnings } from './testing/small-training';
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

  it('says what is wrong with a network before the first step', async () => {
    const { layers } = tfjs;
    const flat = () => layers.flatten({ inputShape: [6, 6, 2] });
    const dense = (units: number) => layers.dense({ units });
    const frozen = smallNet();
    frozen.trainable = false;
    const [a, b] = [0, 1].map(() => tfjs.input({ shape: [6, 6, 2] }));
    const sum = layers.add().apply([a!, b!]) as Tfjs.SymbolicTensor;
    const two = tfjs.model({
      inputs: [a!, b!],
      outputs: dense(3).apply(layers.flatten().apply(sum)) as Tfjs.SymbolicTensor,
    });
    const dilated = layers.conv2d({
      inputShape: [6, 6, 2],
      filters: 1,
      kernelSize: 2,
      dilationRate: 2,
      name: 'large',
    });
    const cases: [Tfjs.LayersModel, RegExp][] = [
      [frozen, /toutes ses couches sont gelées \(trainable: false\)/],
      [tfjs.sequential({ layers: [flat()] }), /il n'a aucun poids à apprendre/],
      [two, /il a 2 entrées mais les données n'en ont qu'une/],
      [tfjs.sequential({ layers: [flat(), dense(1)] }), /un softmax sur une seule classe/],
      [tfjs.sequential({ layers: [dilated, layers.flatten(), dense(3)] }), /la couche 'large' a un dilationRate de 2 × 2/],
      [tfjs.sequential(), /il faut un réseau de tfjs dont la forme d'entrée est connue/],
    ]; // prettier-ignore
    for (const [model, message] of cases) {
      for (const engine of ['graph', 'eager'] as const) {
        await assert.rejects(train(asModel(model), blobs(20), { ...options, engine }), message);
      }
    }
    dilated.trainable = false;
    const above = tfjs.sequential({ layers: [dilated, layers.flatten(), dense(3)] });
    const said = await warnings(() => train(asModel(above), blobs(20), options));
    assert.match(said.join(), /dilationRate/);
  });

  it('says which loss, engine or loss weights it does not know, whatever the engine', async () => {
    for (const engine of ['graph', 'eager'] as const) {
      const run = (more: object) =>
        train(asModel(smallNet()), blobs(20), { ...options, engine, ...more });
      await assert.rejects(run({ loss: 'hinge' }), /la perte.*elle s'appelle 'hinge'/);
      await assert.rejects(run({ engine: 'keras' }), /il s'appelle 'keras'.*'graph' ou 'eager'/);
      await assert.rejects(run({ lossWeights: [1, 0.3] }), /pour la seule sortie du réseau/);
    }
  });

  for (const engine of ['graph', 'eager'] as const) {
    it(`trains a model once at a time (${engine})`, async () => {
      const model = asModel(smallNet());
      const first = train(model, blobs(20), { ...options, engine });
      await assert.rejects(
        train(model, blobs(20), { ...options, engine }),
        /un autre entraînement de ce réseau n'est pas terminé/,
      );
      await first;
      await train(model, blobs(20), { ...options, engine });
    });

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

    it(`stops when only the validation sees it, after the last step (${engine})`, async () => {
      const model = tfjs.sequential({
        layers: [
          tfjs.layers.flatten({ inputShape: [6, 6, 2] }),
          tfjs.layers.dense({ units: 3, kernelInitializer: glorot(1) }),
        ],
      });
      const run = train(asModel(model), blobs(20), {
        ...options,
        engine,
        validation: blobs(8),
        epochs: 1,
        batchSize: 20,
        loss: 'meanSquaredError',
        optimizer: 'sgd',
        learningRate: 1e20,
      });
      await assert.rejects(run, /la perte de validation vaut (NaN|Infinity) au pas 1 .*essayez/);
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
