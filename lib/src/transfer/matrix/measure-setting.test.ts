import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { seededRandom } from '../../data/random';
import type { LabelledImages } from '../../data/labelled-images';
import * as tf from '../../tf';
import { seeded } from '../../models';
import { Volume } from '../../volume/volume';
import { Kept } from './kept';
import { measureSetting } from './measure-setting';
import { nearestGap } from './nearest-gap';
import type { Setting, Target } from './setting';

/** Images of 4 × 4 with noise, lit in one half: the left or the right, or else the upper or the lower. */
function halves(count: number, seed: number, axis: 0 | 1): LabelledImages {
  const random = seededRandom(seed);
  const images = Volume.zeros([count, 4, 4, 1], 'float32');
  const labels = Array.from({ length: count }, (_, i) => i % 2);
  for (const [i, label] of labels.entries()) {
    for (let p = 0; p < 16; p++) {
      const place = axis === 0 ? Math.floor(p / 4) : p % 4;
      images.data[16 * i + p] = (place < 2 === (label === 0) ? 0.8 : 0) + 0.4 * random();
    }
  }
  return { images, labels };
}

const targetOf = (axis: 0 | 1): Target => ({
  classes: ['a', 'b'],
  pool: halves(60, 1, axis),
  validation: halves(20, 2, axis),
  test: halves(40, 3, axis),
});

function network(classes: number): tf.LayersModel {
  const { layers } = tf;
  return tf.sequential({
    layers: [
      layers.conv2d({ name: 'block1_conv', filters: 2, kernelSize: 3, activation: 'relu', inputShape: [4, 4, 1] }), // prettier-ignore
      layers.flatten({ name: 'flatten' }),
      layers.dense({ name: 'predictions', units: classes, activation: 'softmax' }),
    ],
  });
}

const setting = (): Setting => ({
  name: 'halves',
  network,
  pretrained: seeded(5, () => network(3)),
  targets: { similar: targetOf(0), different: targetOf(1) },
  sizes: {
    small: {
      perClass: 6,
      batchSize: 4,
      mostEpochs: 3,
      mostHeadEpochs: 4,
      seeds: [1, 2],
      choosingSeeds: [7, 8],
    },
  },
  learningRates: { scratch: [0.01, 0.05], features: [0.05], top: [0.05], all: [0.05] },
  blocks: { top: [0, 1], features: [0] },
});

describe('measureSetting()', function () {
  this.timeout(90_000);

  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'scenarios-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const files = () => readdirSync(folder).sort();

  it('measures each strategy with each seed in the situations that have a size, and keeps all', async () => {
    const lines: string[] = [];
    const found = await measureSetting(setting(), { kept: new Kept(folder), progress: (line) => lines.push(line) }); // prettier-ignore
    assert.equal(found.length, 2 * 4 * 2);
    assert.ok(
      found.every(({ size, accuracy }) => size === 'small' && accuracy >= 0 && accuracy <= 1),
    );
    assert.ok(found.every(({ seconds, macs }) => seconds > 0 && macs > 0));
    assert.equal(lines.length, 8);
    assert.match(lines[0]!, /^peu d’images, semblables, de zéro\u00a0: \d+,\d s$/);
    assert.equal(files().length, 2 * 4 * 3);

    const again = await measureSetting(setting(), { kept: new Kept(folder), progress: (line) => lines.push(line) }); // prettier-ignore
    assert.deepEqual(again, found);
    assert.ok(lines.slice(8).every((line) => line.endsWith('déjà mesuré')));
  });

  it('gives the same accuracies when it is run anew elsewhere', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'scenarios-'));
    try {
      const accuracies = async (place: string) =>
        (await measureSetting(setting(), { kept: new Kept(place) })).map((one) => [
          one.accuracy,
          one.macs,
          one.choice,
        ]);
      assert.deepEqual(await accuracies(folder), await accuracies(other));
    } finally {
      rmSync(other, { recursive: true });
    }
  });

  it('interrupted, keeps whole measures only and goes on from there', async () => {
    const stop = new AbortController();
    const begun = measureSetting(setting(), {
      kept: new Kept(folder),
      signal: stop.signal,
      progress: () => stop.abort(),
    });
    await assert.rejects(begun, /finir la matrice.*interrompue.*relancez/s);
    const kept = files();
    assert.ok(kept.length >= 3 && kept.length < 24, `${kept.length} files`);
    for (const file of kept) JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    const before = kept.map((file) => readFileSync(path.join(folder, file), 'utf8'));
    await measureSetting(setting(), { kept: new Kept(folder) });
    assert.deepEqual(kept.map((file) => readFileSync(path.join(folder, file), 'utf8')), before); // prettier-ignore
    assert.equal(files().length, 24);
  });

  it('says which kept measure is damaged, and how to go on', async () => {
    writeFileSync(path.join(folder, 'small-similar-scratch-1.json'), '{"accuracy": 0.');
    await assert.rejects(
      measureSetting(setting(), { kept: new Kept(folder) }),
      /small-similar-scratch-1\.json.*effacez-le/s,
    );
  });

  it('chooses on validation images alone: the test images change no choice', async () => {
    const choices = async (test: LabelledImages, place: string) => {
      const other = setting();
      const targets = { ...other.targets, similar: { ...other.targets.similar, test } };
      const found = await measureSetting({ ...other, targets }, { kept: new Kept(place) });
      return found.filter(({ likeness }) => likeness === 'similar').map(({ choice }) => choice);
    };
    const { images, labels } = halves(40, 9, 0);
    const turned = { images, labels: labels.map((label) => 1 - label) };
    assert.deepEqual(
      await choices(halves(40, 9, 0), path.join(folder, 'a')),
      await choices(turned, path.join(folder, 'b')),
    );
  });
});

describe('nearestGap()', () => {
  it('is about 1 for images of the same kind, more for others, whatever their scale', () => {
    const known = halves(200, 1, 0).images;
    const fresh = halves(50, 2, 0).images;
    const same = nearestGap(known, fresh, halves(50, 3, 0).images);
    assert.ok(same > 0.9 && same < 1.1, `${same}`);
    const other = nearestGap(known, fresh, halves(50, 3, 1).images);
    assert.ok(other > 1.5, `${other}`);
  });

  it('refuses images of another size, and fresh ones that are known', () => {
    const known = halves(4, 1, 0).images;
    const small = Volume.zeros([2, 3, 3, 1], 'float32');
    assert.throws(() => nearestGap(known, small, known), /même taille/);
    assert.throws(() => nearestGap(known, known, small), /toutes parmi les images connues/);
  });
});
