import { strict as assert } from 'node:assert';
import {
  cpSync,
  mkdtempSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  readFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { datasetsRoot } from '../../data/datasets-root';
import { loadFashionMnist } from '../../data/fashion-mnist';
import { loadMnist } from '../../data/mnist';
import { pickImages } from '../../data/pick-images';
import { photo } from '../../data/photo';
import { drawnDigit } from '../../data/drawn-digit';
import { readDigit } from '../../data/read-digit';
import { Volume } from '../../volume/volume';
import { smallFolder } from './convolab-small';
import { hasPretrained, loadPretrained } from './load-pretrained';
import { topClasses } from './top-classes';

describe('loadPretrained()', function () {
  this.timeout(60_000);
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'convolab-weights-'));
  });
  afterEach(() => {
    delete process.env['CONVOLAB_DATASETS'];
    rmSync(folder, { recursive: true, force: true });
  });

  const missing = {
    name: 'MissingWeightsError',
    message: /^Impossible de charger les poids de efficientnet-lite0\u00a0: ils ne sont pas sur cette machine\u00a0; lancez «\u00a0npm run setup\u00a0» .*convolab-small/,
  }; // prettier-ignore

  it('without the weights says so, and ours is still there', async () => {
    assert.equal(hasPretrained('efficientnet-lite0'), true);
    process.env['CONVOLAB_DATASETS'] = folder;
    assert.equal(hasPretrained('efficientnet-lite0'), false);
    await assert.rejects(loadPretrained('efficientnet-lite0'), missing);
    assert.equal(hasPretrained('convolab-small'), true);
    assert.equal((await loadPretrained('convolab-small')).name, 'convolab-small');
  });

  it('takes a file cut short for none, and refuses one that was changed', async () => {
    for (const id of ['efficientnet-lite0', 'imagenet-classes']) {
      cpSync(path.join(datasetsRoot(), id), path.join(folder, id), { recursive: true });
    }
    process.env['CONVOLAB_DATASETS'] = folder;
    assert.equal(hasPretrained('efficientnet-lite0'), true);
    const file = path.join(folder, 'efficientnet-lite0', 'efficientnet-lite0.pth');
    const bytes = readFileSync(file);
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(file, bytes);
    await assert.rejects(loadPretrained('efficientnet-lite0'), /n’est plus celui qui a été téléchargé.*effacez datasets\/cache\/efficientnet-lite0/); // prettier-ignore
    truncateSync(file, 1000);
    assert.equal(hasPretrained('efficientnet-lite0'), false);
    await assert.rejects(loadPretrained('efficientnet-lite0'), missing);
  });

  it('refuses what it does not know', async () => {
    await assert.rejects(loadPretrained('vgg16' as never), {
      name: 'RangeError',
      message: /'vgg16' n’est pas un réseau que le cours connaît\u00a0; donnez 'efficientnet-lite0' ou 'convolab-small'/, // prettier-ignore
    });
    assert.throws(() => hasPretrained('toString' as never), /'toString' n’est pas/);
    for (const nothing of [undefined, null, 3, {}]) {
      await assert.rejects(loadPretrained(nothing as never), RangeError);
    }
  });
});

describe("loadPretrained('convolab-small')", function () {
  this.timeout(60_000);

  it('is small, and knows seven digits and seven clothes that it has never seen', async () => {
    const bytes = ['model.json', 'weights.bin'].reduce((sum, file) => sum + statSync(path.join(smallFolder(), file)).size, 0); // prettier-ignore
    assert.ok(bytes < 500_000, `${bytes} bytes`);
    const small = await loadPretrained('convolab-small');
    for (const [data, first] of [
      [loadMnist({ train: 1, test: 600 }).test, 0],
      [loadFashionMnist({ train: 1, test: 600 }).test, 7],
    ] as const) {
      const places = [...data.labels.keys()].filter((i) => data.labels[i]! < 7);
      const right = places.filter((i) => {
        const { images, labels } = pickImages(data, [i]);
        return topClasses(small, images, 1)[0]!.label === small.classNames[labels[0]! + first];
      });
      const accuracy = right.length / places.length;
      assert.ok(accuracy > (first === 0 ? 0.97 : 0.85), `${first}: ${accuracy}`);
    }
  });

  it('reads a drawn digit, and any picture', async () => {
    const small = await loadPretrained('convolab-small');
    assert.equal(topClasses(small, await readDigit(drawnDigit(5)), 1)[0]!.label, 'chiffre 5');
    const five = topClasses(small, (await photo('cat')).image);
    assert.equal(five.length, 5);
    const { shape, data } = small.prepare([
      (await photo('cat')).image,
      await readDigit(drawnDigit(3)),
    ]);
    assert.deepEqual(shape, [2, 28, 28, 1]);
    assert.ok(data.every((x) => x >= 0 && x <= 1));
  });
});

describe('topClasses()', () => {
  it('refuses what is no picture, several, and no class at all', async () => {
    const small = await loadPretrained('convolab-small');
    const grey = (...shape: number[]) => Volume.zeros(shape, 'float32');
    const refused = (image: unknown, message: RegExp, count?: number) =>
      assert.throws(() => topClasses(small, image as Volume, count), { message });
    refused(
      'cat.png',
      /une image est 'cat\.png' mais il faut un Volume\u00a0; donnez ce que readImage/,
    );
    refused(grey(28, 28, 4), /forme \[28, 28, 4\].*sans alpha/);
    refused(grey(28), /forme \[28\] mais il faut/);
    refused(grey(2, 28, 28, 1), /2 images sont données\u00a0; donnez-en une à la fois/);
    refused(grey(28, 28), /0 classes sont demandées/, 0);
    refused([], /aucune image n’est donnée/);
    assert.equal(topClasses(small, grey(28, 28), 99).length, 14);
  });
});
