import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { asModel, smallNet } from '../../graph/testing/nets';
import { assertNear } from '../../graph/testing/with-graph';
import * as nn from '../../nn';
import { Volume } from '../../volume/volume';
import { readDataset } from '../dataset';
import { blobs, numbersOf, options, valuesOf } from '../testing/small-training';
import { train, type TrainModelOptions } from '../train-model';
import { augmentBatch } from './augment-batch';
import { augmentImage } from './augment-image';
import { augmentation } from './augmentation';

const augment = augmentation({ flip: true, crop: 0.7, shift: 0.2, brightness: 0.3 });
const engines = ['graph', 'eager'] as const;

async function trained(more: TrainModelOptions) {
  const model = smallNet();
  const history = await train(asModel(model), blobs(20), { ...options, augment, ...more });
  return { history, weights: valuesOf(model) };
}

describe('train(): augmentation', function () {
  this.timeout(60_000);

  it('a batch holds each sample, changed as is drawn for its place, whatever its neighbours', () => {
    const { images, labels } = blobs(9);
    const samples = readDataset({ images, labels }, 'x');
    const batch = augmentBatch({ samples, places: Uint32Array.of(7, 2) }, augment, 4, 5);
    assert.deepEqual([...batch.places], [0, 1]);
    assert.deepEqual(batch.samples.labels, [labels[7], labels[2]]);
    for (const [i, place] of [7, 2].entries()) {
      const one = new Volume([6, 6, 2], images.data.slice(place * 72, (place + 1) * 72));
      const expected = augmentImage(one, augment.draw([6, 6], 4, place, 5));
      assert.deepEqual(batch.samples.inputs.data.slice(i * 72, (i + 1) * 72), expected.data);
    }
  });

  it('both engines see the same images; without it they see others', async () => {
    const [graph, eager] = await Promise.all(engines.map((engine) => trained({ engine })));
    assertNear(graph!.weights, eager!.weights, 1e-4, 'weights');
    const { augment: none, ...plain } = { ...options, augment };
    assert.ok(none);
    const model = smallNet();
    await train(asModel(model), blobs(20), plain);
    assert.notDeepEqual(valuesOf(model), graph!.weights);
    assert.notDeepEqual((await trained({ seed: 2 })).weights, graph!.weights);
  });

  it('a network written by hand takes it too', async () => {
    const fit = async (more: object) => {
      const network = nn.sequential([nn.flatten(), nn.dense({ units: 3, activation: 'softmax' })]);
      return (await network.fit(blobs(20), { epochs: 2, progress: false, ...more })).metrics[
        'loss'
      ];
    };
    assert.deepEqual(await fit({ augment }), await fit({ augment }));
    assert.notDeepEqual(await fit({ augment }), await fit({}));
  });

  it('what is validated with stays as it is', async () => {
    const validation = blobs(9);
    const wild = augmentation({ brightness: 0.9, seed: 3 });
    const still = { learningRate: 1e-30, epochs: 2, validation };
    const { history } = await trained({ ...still, augment: wild });
    const [loss, valLoss] = [history.metrics['loss']!, history.metrics['valLoss']!];
    assert.equal(valLoss[0], valLoss[1]);
    assert.notEqual(loss[0], loss[1]);
  });

  for (const engine of engines) {
    it(`taken up again it ends as without interruption, to the last bit (${engine})`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'convolab-test-'));
      try {
        const checkpoint = join(folder, 'net.safetensors');
        const whole = await trained({ engine, epochs: 4 });
        await trained({ engine, epochs: 2, checkpoint });
        const resumed = await trained({ engine, epochs: 4, checkpoint, resume: true });
        assert.deepEqual(numbersOf(resumed.history), numbersOf(whole.history));
        assert.deepEqual(resumed.weights, whole.weights);
        const other = augmentation({ flip: true });
        await assert.rejects(
          trained({ engine, epochs: 5, checkpoint, resume: true, augment: other }),
          /il a été commencé avec augment = \{"flip":true,"crop":0\.7,.*, mais vous donnez \{/,
        );
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }

  it('refuses what is no augmentation, and what are no images', async () => {
    const flip = { flip: true } as never;
    await assert.rejects(trained({ augment: flip }), {
      name: 'TypeError',
      message:
        "Impossible de préparer l'entraînement\u00a0: augment est un objet mais il faut ce que donne augmentation(…)\u00a0; donnez par exemple augment: augmentation({ flip: true }).",
    });
    const network = nn.sequential([nn.dense({ units: 2, activation: 'softmax' })]);
    const data = { inputs: Volume.from([[1], [2]]), labels: [0, 1] };
    await assert.rejects(
      network.fit(data, { augment, progress: false }),
      /augment change des images/,
    );
  });
});
