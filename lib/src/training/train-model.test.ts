import { strict as assert } from 'node:assert';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type * as Tfjs from '@tensorflow/tfjs';

import { asModel, glorot, residualNet, smallNet } from '../graph/testing/nets';
import { nativeTf } from '../graph/session/native-tf';
import { seededVolume } from '../testing/seeded-volume';
import { tfjs } from '../testing/tfjs-oracle';
import { Volume } from '../volume/volume';
import type { History } from './history';
import { train, type TrainModelOptions } from './train-model';

/** Three classes that differ in their mean. */
function blobs(count: number, channels = 2) {
  const labels = Array.from({ length: count }, (_, i) => (i * 7) % 3);
  const images = Volume.zeros([count, 6, 6, channels], 'float32');
  const noise = seededVolume(images.shape, 5).data;
  const size = 36 * channels;
  for (let i = 0; i < images.size; i++) {
    const label = labels[Math.floor(i / size)]!;
    images.data[i] = (noise[i]! + (i % 3 === label ? 2 : 0)) / 3;
  }
  return { images, labels };
}

const options: TrainModelOptions = {
  epochs: 3,
  batchSize: 8,
  learningRate: 0.01,
  progress: false,
};

function valuesOf(model: Tfjs.LayersModel): number[] {
  return model.getWeights().flatMap((weight) => [...weight.dataSync()]);
}

/** All of a history but the time it took. */
function numbersOf({ seconds, ...rest }: History): Omit<History, 'seconds'> {
  assert.ok(seconds >= 0);
  return rest;
}

function assertSame(ours: History, theirs: History, tolerance: number): void {
  assert.deepEqual({ ...numbersOf(ours), metrics: {} }, { ...numbersOf(theirs), metrics: {} });
  for (const [name, values] of Object.entries(theirs.metrics)) {
    for (const [epoch, value] of values.entries()) {
      const distance = Math.abs(ours.metrics[name]![epoch]! - value);
      assert.ok(distance <= tolerance, `${name} of epoch ${epoch}: ${distance}`);
    }
  }
}

async function warnings(work: () => Promise<unknown>): Promise<string[]> {
  const usual = console.warn;
  const said: string[] = [];
  console.warn = (text: string) => said.push(text);
  try {
    await work();
  } finally {
    console.warn = usual;
  }
  return said;
}

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

  it('the same seed gives the same history, another seed another', async () => {
    const run = (seed: number) => train(asModel(smallNet()), blobs(20), { ...options, seed });
    const [first, again, other] = [await run(1), await run(1), await run(2)];
    assert.deepEqual(numbersOf(first), numbersOf(again));
    assert.notDeepEqual(first.metrics, other.metrics);
  });

  for (const engine of ['graph', 'eager'] as const) {
    it(`a training taken up from its checkpoint ends like one without interruption (${engine})`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'convolab-test-'));
      try {
        const make = () => {
          const head = tfjs.layers.dense({
            units: 3,
            activation: 'softmax',
            kernelInitializer: glorot(7),
          });
          return tfjs.sequential({
            layers: [smallNet(), tfjs.layers.dropout({ rate: 0.2 }), head],
          });
        };
        const data = blobs(20);
        const earlyStop = { monitor: 'accuracy', patience: 3 };
        const more: TrainModelOptions = { ...options, epochs: 5, engine, earlyStop };
        const whole = make();
        const expected = await train(asModel(whole), data, more);

        const checkpoint = join(folder, 'net.safetensors');
        const controller = new AbortController();
        let epochs = 0;
        const stopped = await train(asModel(make()), data, {
          ...more,
          checkpoint,
          signal: controller.signal,
          progress: {
            begin: () => undefined,
            step: ({ epoch, step }) => {
              // In the middle of the third epoch, of which nothing is kept.
              if (epoch === 2 && step === 2) controller.abort();
            },
            epoch: () => epochs++,
            end: () => undefined,
          },
        });
        assert.equal(stopped.stoppedBy, 'signal');
        assert.equal(epochs, 2);
        const resumed = make();
        const history = await train(asModel(resumed), data, { ...more, checkpoint, resume: true });
        assert.deepEqual(numbersOf(history), numbersOf(expected));
        assert.deepEqual(valuesOf(resumed), valuesOf(whole));
        assert.deepEqual(readdirSync(folder), ['net.safetensors']);

        const bytes = readFileSync(checkpoint);
        writeFileSync(checkpoint, bytes.subarray(0, bytes.length - 4));
        await assert.rejects(
          train(asModel(make()), data, { ...more, checkpoint, resume: true }),
          /^Error: Impossible de reprendre l'entraînement de .*net\.safetensors/,
        );
        writeFileSync(checkpoint, bytes);
        await assert.rejects(
          train(asModel(make()), data, { ...more, checkpoint, resume: true, batchSize: 5 }),
          /il a été commencé avec batchSize = 8, mais vous donnez 5/,
        );
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }

  it('with resume starts at the beginning where there is no file yet, and wants to know which file', async () => {
    const checkpoint = join(tmpdir(), 'convolab-test-none', 'net.safetensors');
    const start = () =>
      train(asModel(smallNet()), blobs(20), { ...options, checkpoint, resume: true });
    await assert.rejects(start, {
      name: 'Error',
      message:
        /^Impossible d'enregistrer le point de reprise dans .*vérifiez que le dossier existe/,
    });
    await assert.rejects(train(asModel(smallNet()), blobs(20), { ...options, resume: true }), {
      name: 'TypeError',
      message:
        "Impossible de reprendre l'entraînement\u00a0: resume est demandé mais checkpoint ne dit pas de quel fichier\u00a0; donnez par exemple checkpoint: 'lenet.safetensors'.",
    });
  });

  it('a training that early stop has ended does not go on when it is taken up again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'convolab-test-'));
    try {
      const checkpoint = join(folder, 'net.safetensors');
      const earlyStop = { monitor: 'loss', patience: 1 };
      const more = { ...options, epochs: 30, learningRate: 2, earlyStop, checkpoint, resume: true };
      const [first, second] = [smallNet(), smallNet()];
      const ended = await train(asModel(first), blobs(20), more);
      assert.equal(ended.stoppedBy, 'earlyStop');
      const again = await train(asModel(second), blobs(20), more);
      assert.deepEqual(numbersOf(again), numbersOf(ended));
      assert.deepEqual(valuesOf(second), valuesOf(first));
    } finally {
      rmSync(folder, { recursive: true });
    }
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

  it('a layer without translation: trains eagerly, and says so once', async () => {
    const make = () =>
      tfjs.sequential({
        layers: [
          tfjs.layers.flatten({ inputShape: [6, 6, 2] }),
          tfjs.layers.gaussianNoise({ stddev: 0.01, name: 'bruit' }),
          tfjs.layers.dense({ units: 3, activation: 'softmax' }),
        ],
      });
    const said = await warnings(async () => {
      const history = await train(asModel(make()), blobs(20), options);
      assert.equal(history.metrics['loss']!.length, 3);
      await train(asModel(make()), blobs(20), options);
    });
    assert.deepEqual(said, [
      "L'entraînement se fait pas à pas, moins vite qu'en un graphe\u00a0: la couche GaussianNoise, dans la couche 'bruit', n'a pas de traduction. Les résultats sont les mêmes.",
    ]);
    await assert.rejects(train(asModel(make()), blobs(20), { ...options, engine: 'graph' }), {
      name: 'UnsupportedError',
    });
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
