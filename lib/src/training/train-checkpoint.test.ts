import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { asModel, glorot, smallNet } from '../graph/testing/nets';
import { tfjs } from '../testing/tfjs-oracle';
import { silence, type TrainingBegins } from './progress/progress';
import { blobs, numbersOf, options, valuesOf } from './testing/small-training';
import { train, type TrainModelOptions } from './train-model';

describe('train(): checkpoints', function () {
  this.timeout(60_000);

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
        let begun: TrainingBegins | undefined;
        let ended = false;
        const history = await train(asModel(resumed), data, {
          ...more,
          checkpoint,
          resume: true,
          progress: {
            ...silence,
            begin: (training) => (begun = training),
            end: async () => {
              await new Promise((resolve) => setTimeout(resolve, 20));
              ended = true;
            },
          },
        });
        assert.ok(ended, 'the end of the progress is waited for');
        assert.equal(begun!.initialEpoch, 2);
        const first = Object.entries(stopped.metrics).map(([name, all]) => [name, all.slice(0, 2)]);
        assert.deepEqual(begun!.earlier, Object.fromEntries(first));
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

  it('refuses a checkpoint of another network, in both engines, and one that was altered', async () => {
    await inFolder(async (checkpoint) => {
      const net = (units: number) =>
        tfjs.sequential({
          layers: [
            tfjs.layers.flatten({ inputShape: [6, 6, 2] }),
            tfjs.layers.dense({ units, name: `hidden${units}` }),
            tfjs.layers.dense({ units: 3, activation: 'softmax' }),
          ],
        });
      await train(asModel(net(4)), blobs(20), { ...options, checkpoint });
      const bytes = readFileSync(checkpoint);
      for (const engine of ['graph', 'eager'] as const) {
        const resume = (model: ReturnType<typeof net>) =>
          train(asModel(model), blobs(20), { ...options, engine, checkpoint, resume: true });
        const other = /il vient d'un autre réseau, ou d'autres couches y étaient gelées/;
        await assert.rejects(resume(net(5)), other);
        const frozen = net(4);
        frozen.layers[1]!.trainable = false;
        await assert.rejects(resume(frozen), other);
        for (const place of [20, bytes.length - 9]) {
          const altered = Buffer.from(bytes);
          altered[place]! ^= 1;
          writeFileSync(checkpoint, altered);
          await assert.rejects(resume(net(4)), /^Error: Impossible de reprendre l'entraînement/);
        }
        writeFileSync(checkpoint, 'not a checkpoint');
        await assert.rejects(resume(net(4)), /^Error: Impossible de reprendre l'entraînement/);
        writeFileSync(checkpoint, bytes);
        assert.equal((await resume(net(4))).metrics['loss']!.length, 3);
      }
    });
  });

  it('refuses a checkpoint of other data, or of options that change what is learned', async () => {
    await inFolder(async (checkpoint) => {
      const net = (activation: 'relu' | 'tanh' = 'relu', rate = 0.2) =>
        tfjs.sequential({
          layers: [
            tfjs.layers.flatten({ inputShape: [6, 6, 2] }),
            tfjs.layers.dense({ units: 4, activation }),
            tfjs.layers.dropout({ rate }),
            tfjs.layers.dense({ units: 3, activation: 'softmax' }),
          ],
        });
      const start = { ...options, optimizer: { name: 'momentum', momentum: 0.8 } as const };
      await train(asModel(net()), blobs(20), { ...start, checkpoint });
      const resume = (model = net(), data = blobs(20), more: TrainModelOptions = {}) =>
        train(asModel(model), data, { ...start, epochs: 4, ...more, checkpoint, resume: true });

      const otherNetwork = /il vient d'un autre réseau/;
      await assert.rejects(resume(net('tanh')), otherNetwork);
      await assert.rejects(resume(net('relu', 0.5)), otherNetwork);
      const otherData = /il a été commencé avec d'autres données/;
      const [darker, relabelled] = [blobs(20), blobs(20)];
      darker.images.data[700]! -= 1 / 16;
      relabelled.labels[19] = (relabelled.labels[19]! + 1) % 3;
      await assert.rejects(resume(net(), darker), otherData);
      await assert.rejects(resume(net(), relabelled), otherData);
      const optimizer = { name: 'momentum', momentum: 0.8, weightDecay: 0.01 } as const;
      await assert.rejects(
        resume(net(), blobs(20), { optimizer }),
        /avec optimizer = momentum, momentum: 0\.8, mais vous donnez momentum, momentum: 0\.8, weightDecay: 0\.01/,
      );
      await assert.rejects(
        resume(net(), blobs(20), { fromLogits: true }),
        /avec fromLogits = non précisé, mais vous donnez true/,
      );
      // The same network under other names, with another learning rate, goes on.
      const history = await resume(net(), blobs(20), { learningRate: 0.001 });
      assert.deepEqual(history.learningRate, [0.01, 0.01, 0.01, 0.001]);
    });
  });

  it('knows a functional network again, models inside it too, and one that is wired otherwise', async () => {
    await inFolder(async (checkpoint) => {
      const net = (swapped = false) => {
        const inputs = tfjs.input({ shape: [6, 6, 2] });
        const inner = tfjs.sequential({
          layers: [tfjs.layers.flatten({ inputShape: [6, 6, 2] }), tfjs.layers.dense({ units: 4 })],
        });
        const x = inner.apply(inputs) as ReturnType<typeof tfjs.input>;
        const first = tfjs.layers.dense({ units: 4 });
        const second = tfjs.layers.dense({ units: 4 });
        const a = first.apply(x) as typeof x;
        const b = second.apply(a) as typeof x;
        const sum = tfjs.layers.add().apply(swapped ? [b, a] : [b, x]) as typeof x;
        const head = tfjs.layers.dense({ units: 3, activation: 'softmax' });
        return tfjs.model({ inputs, outputs: head.apply(sum) as typeof x });
      };
      await train(asModel(net()), blobs(20), { ...options, checkpoint });
      const resume = (model: ReturnType<typeof net>) =>
        train(asModel(model), blobs(20), { ...options, epochs: 4, checkpoint, resume: true });
      await assert.rejects(resume(net(true)), /il vient d'un autre réseau/);
      const again = await tfjs.models.modelFromJSON(JSON.parse(net().toJSON() as string));
      assert.equal((await resume(again)).metrics['loss']!.length, 4);
    });
  });

  it('knows before the first step that no file can be written there', async () => {
    await inFolder(async (checkpoint, folder) => {
      const steps: number[] = [];
      const progress = {
        begin: () => undefined,
        step: ({ step }: { step: number }) => steps.push(step),
        epoch: () => undefined,
        end: () => undefined,
      };
      const run = (file: string) =>
        train(asModel(smallNet()), blobs(20), { ...options, checkpoint: file, progress });
      await assert.rejects(run(join(folder, 'none', 'net.safetensors')), /ENOENT/);
      await assert.rejects(run(folder), /un dossier porte ce nom/);
      assert.deepEqual(steps, []);
    });
  });

  it('where the disk is full says so; the earlier file stays, no other, and the model has learned', async () => {
    await inFolder((checkpoint, folder) => {
      const lib = join(__dirname, '..');
      const code = `
        const tf = require(${JSON.stringify(join(lib, 'tf', 'index.ts'))});
        const { train } = require(${JSON.stringify(join(lib, 'graph', 'index.ts'))});
        const { Volume } = require(${JSON.stringify(join(lib, 'volume', 'volume.ts'))});
        const dense = tf.layers.dense({ inputShape: [100], units: 1000, activation: 'softmax' });
        const model = tf.sequential({ layers: [dense] });
        const sum = () => model.getWeights()[1].abs().sum().dataSync()[0];
        const inputs = new Volume([4, 100], Float32Array.from({ length: 400 }, (_, i) => Math.sin(i)));
        train(model, { inputs, labels: [0, 1, 2, 3] }, { progress: false, checkpoint: ${JSON.stringify(checkpoint)} })
          .catch((error) => console.log(JSON.stringify({ message: error.message, learned: sum() > 0 })));`;
      writeFileSync(checkpoint, 'earlier');
      // No file may grow beyond 200 kB: writing ends in an error, as it does on a full disk.
      const { stdout, stderr } = spawnSync(
        'bash',
        ['-c', 'ulimit -f 200; exec "$0" --require tsx/cjs --eval "$1"', process.execPath, code],
        { encoding: 'utf8', env: { ...process.env, TSX_DISABLE_CACHE: '1' } },
      );
      assert.notEqual(stdout, '', stderr);
      const { message, learned } = JSON.parse(stdout) as { message: string; learned: boolean };
      assert.match(message, /^Impossible d'enregistrer le point de reprise .*EFBIG.*de la place/);
      assert.equal(learned, true);
      assert.deepEqual(readdirSync(folder), ['net.safetensors']);
      assert.equal(readFileSync(checkpoint, 'utf8'), 'earlier');
      return Promise.resolve();
    });
  });
});

async function inFolder(use: (checkpoint: string, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'convolab-test-'));
  try {
    await use(join(folder, 'net.safetensors'), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
