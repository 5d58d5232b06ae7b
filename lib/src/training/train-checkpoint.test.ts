import { strict as assert } from 'node:assert';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { asModel, glorot, smallNet } from '../graph/testing/nets';
import { tfjs } from '../testing/tfjs-oracle';
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
});
