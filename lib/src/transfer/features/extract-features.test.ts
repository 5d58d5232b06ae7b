import { strict as assert } from 'node:assert';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { assertNear } from '../../graph/testing/with-graph';
import * as tf from '../../tf';
import { Volume } from '../../volume/volume';
import { freeze } from '../blocks';
import { cutBefore } from '../cut-before';
import { answersOf, noiseFor, smallModels } from '../testing/small-models';
import { extractFeatures, type FeatureOptions } from './extract-features';

describe('extractFeatures()', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'convolab-test-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const quiet = { cache: false, progress: false } as const;
  /** Extracts with the folder as cache; how many images had to be computed. */
  const computed = async (model: tf.LayersModel, images: Volume, more: FeatureOptions = {}) => {
    let prepared = 0;
    const prepare = (batch: Volume): Volume => {
      if (batch.shape[0]! > 1) prepared += batch.shape[0]!;
      return batch;
    };
    const features = await extractFeatures(model, images, {
      cache: folder,
      progress: false,
      prepare,
      ...more,
    });
    return { features, prepared };
  };

  for (const [name, make] of Object.entries(smallModels)) {
    it(`gives what ${name} gives, in batches that do not go up evenly`, async () => {
      const model = cutBefore(make());
      const images = noiseFor(model, 7);
      const features = await extractFeatures(model, images, { ...quiet, batchSize: 3 });
      assert.equal(features.shape[0], 7);
      assertNear(features.data, answersOf(model, images), 1e-5, name);
    });
  }

  it('of maps it gives the means', async () => {
    const model = cutBefore(smallModels['smallResNet']!(), 'conv4_block1');
    const images = noiseFor(model, 2);
    const [, height, width, channels] = model.outputs[0]!.shape as number[];
    const maps = new Volume([2, height!, width!, channels!], answersOf(model, images));
    const features = await extractFeatures(model, images, quiet);
    assert.deepEqual(features.shape, [2, channels]);
    let sum = 0;
    for (let row = 0; row < height!; row++) {
      for (let column = 0; column < width!; column++) sum += maps.at(1, row, column, 5);
    }
    assert.ok(Math.abs(features.at(1, 5) - sum / (height! * width!)) < 1e-5);
  });

  it('goes to plain tfjs for a layer that the graph does not know', async () => {
    const layers = tf.layers as unknown as Record<string, (options: object) => tf.Layer>;
    const model = tf.sequential({
      layers: [layers['layerNormalization']!({ inputShape: [4] }), tf.layers.dense({ units: 2 })],
    });
    const images = noiseFor(model, 5);
    const features = await extractFeatures(model, images, { ...quiet, batchSize: 2 });
    assertNear(features.data, answersOf(model, images), 1e-6, 'features');
  });

  it('takes from the cache what is there, computes what is new', async () => {
    const model = cutBefore(smallModels['smallResNet']!());
    const images = noiseFor(model, 150);
    const first = await computed(model, images);
    assert.equal(first.prepared, 150);
    assert.equal(readdirSync(folder).length, 2);
    const again = await computed(model, images);
    assert.equal(again.prepared, 0);
    assert.deepEqual(again.features, first.features);

    const others = new Volume(images.shape, images.data.slice());
    others.data[others.size - 1]! += 1;
    assert.equal((await computed(model, others)).prepared, 22);
    const brighter = ({ shape, data }: Volume) =>
      new Volume(
        shape,
        data.map((x) => x + 1),
      );
    const prepared = await computed(model, images, { prepare: brighter });
    assert.notDeepEqual(prepared.features.data, first.features.data);
  });

  it('frozen or not, cut at the same place, the features are the same; other weights, others', async () => {
    const model = smallModels['smallResNet']!();
    const images = noiseFor(model, 4);
    await computed(cutBefore(model), images);
    freeze(model);
    assert.equal((await computed(cutBefore(model), images)).prepared, 0);
    assert.equal((await computed(cutBefore(model, 'conv4_block1'), images)).prepared, 4);
    const [kernel] = model.layers[1]!.getWeights();
    model.layers[1]!.setWeights([tf.mul(kernel!, 2)]);
    assert.equal((await computed(cutBefore(model), images)).prepared, 4);
  });

  it('a damaged file is computed again, and mended', async () => {
    const model = cutBefore(smallModels['leNet']!());
    const images = noiseFor(model, 4);
    const { features } = await computed(model, images);
    const file = path.join(folder, readdirSync(folder)[0]!);
    const whole = readFileSync(file);
    const flipped = Buffer.from(whole);
    flipped[flipped.length - 3]! ^= 1;
    for (const damaged of [flipped, whole.subarray(0, 100), Buffer.alloc(0)]) {
      writeFileSync(file, damaged);
      const again = await computed(model, images);
      assert.equal(again.prepared, 4);
      assert.deepEqual(again.features, features);
      assert.deepEqual(readFileSync(file), whole);
    }
  });

  it('interrupted it says so, and goes on from the parts that are done', async () => {
    const model = cutBefore(smallModels['leNet']!());
    const images = noiseFor(model, 200);
    const controller = new AbortController();
    const progress = (done: number) => done >= 150 && controller.abort();
    await assert.rejects(
      computed(model, images, {
        progress: (done) => void progress(done),
        signal: controller.signal,
      }),
      /^Error: Impossible d'extraire les caractéristiques\u00a0: l’extraction a été interrompue/,
    );
    assert.equal(readdirSync(folder).length, 1);
    assert.equal((await computed(model, images)).prepared, 72);
  });

  it('where the cache cannot be written the features come all the same, with one word of it', async () => {
    const model = cutBefore(smallModels['leNet']!());
    const images = noiseFor(model, 130);
    const blocked = path.join(folder, 'file');
    writeFileSync(blocked, '');
    const usual = console.warn;
    const said: string[] = [];
    console.warn = (text: string) => said.push(text);
    try {
      const features = await extractFeatures(model, images, { cache: blocked, progress: false });
      assert.equal(features.shape[0], 130);
    } finally {
      console.warn = usual;
    }
    assert.equal(said.length, 1);
    assert.match(said[0]!, /^Les caractéristiques ne sont pas gardées dans .*file\u00a0: /);
  });

  it('tells how many images are done', async () => {
    const model = cutBefore(smallModels['leNet']!());
    const told: number[] = [];
    const progress = (done: number, count: number) => {
      assert.equal(count, 10);
      told.push(done);
    };
    await extractFeatures(model, noiseFor(model, 10), { cache: false, batchSize: 4, progress });
    assert.deepEqual(told, [4, 8, 10]);
  });

  it('refuses a network with its head, and images of another size', async () => {
    const model = smallModels['leNet']!();
    await assert.rejects(extractFeatures(model, noiseFor(model, 2), quiet), /a encore sa tête/);
    const cut = cutBefore(model);
    await assert.rejects(extractFeatures(cut, Volume.zeros([2, 8, 8, 1]), quiet), {
      name: 'RangeError',
      message:
        "Impossible d'extraire les caractéristiques\u00a0: les images ont la forme [2, 8, 8, 1] mais le réseau lit [2, 32, 32, 1]\u00a0; donnez des images de cette taille, ou prepare, qui les y amène.",
    });
    await assert.rejects(
      extractFeatures(cut, noiseFor(cut, 2), { ...quiet, batchSize: 0 }),
      /batchSize/,
    );
  });
});
