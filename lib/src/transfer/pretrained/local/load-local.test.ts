import { strict as assert } from 'node:assert';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type * as Tfjs from '@tensorflow/tfjs';

import { describe as describeModel, leNet, smallResNet } from '../../../models';
import { seededVolume } from '../../../testing/seeded-volume';
import { tfjs as tf } from '../../../testing/tfjs-oracle';
import type { LayersModel } from '../../../tf/models';
import { loadPretrained } from '../load-pretrained';
import { writeGraphModel } from './testing/graph-file';

const answer = (model: LayersModel, x: Tfjs.Tensor): number[] => [
  ...(model.predict(x as never) as unknown as Tfjs.Tensor).dataSync(),
];

describe('loadPretrained({ path })', function () {
  this.timeout(60_000);
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'convolab-model-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function saved(): Promise<LayersModel> {
    const model = smallResNet({ depth: 8, inputShape: [16, 16, 3], classes: 4, width: 0.25 });
    await model.save(`file://${folder}`);
    return model;
  }

  const text = (): string => readFileSync(path.join(folder, 'model.json'), 'utf8');
  const write = (changed: string): void => writeFileSync(path.join(folder, 'model.json'), changed);

  function change(by: (json: any) => unknown): void {
    const json = JSON.parse(text());
    by(json);
    write(JSON.stringify(json));
  }

  async function refused(message: RegExp): Promise<void> {
    await assert.rejects(loadPretrained({ path: folder }), (error: Error) => {
      assert.match(error.message, /^Impossible de charger le modèle «\u00a0.*model\.json\u00a0»\u00a0: .+\u00a0; .+\.$/); // prettier-ignore
      assert.match(error.message, message);
      return true;
    });
  }

  it('a model of layers: the same answers, classes named', async () => {
    const model = await saved();
    const x = tf.randomNormal([2, 16, 16, 3], 0, 1, 'float32', 3);
    const classNames = ['a', 'b', 'c', 'd'];
    const loaded = await loadPretrained({ path: folder, classNames });
    assert.deepEqual(answer(loaded.model, x), answer(model, x));
    assert.deepEqual([loaded.classNames, loaded.inputSize], [classNames, 16]);
    const byFile = await loadPretrained({ path: `file://${path.join(folder, 'model.json')}` });
    assert.deepEqual(byFile.classNames, ['classe 0', 'classe 1', 'classe 2', 'classe 3']);
    assert.ok(describeModel(byFile.model).totals.parameters > 1000);
    assert.deepEqual(byFile.prepare(seededVolume([30, 20, 3], 1)).shape, [1, 16, 16, 3]);
    assert.deepEqual(byFile.prepare(seededVolume([30, 20], 1)).shape, [1, 16, 16, 3]);
  });

  it('a grey one, too, and what its file says of its classes', async () => {
    await leNet().save(`file://${folder}`);
    const digits = Array.from({ length: 10 }, (_, digit) => `${digit}`);
    change((json) => (json.userDefinedMetadata = { classNames: digits }));
    const { classNames, prepare } = await loadPretrained({ path: folder });
    assert.deepEqual(classNames, digits);
    assert.deepEqual(prepare(seededVolume([40, 40, 3], 1)).shape, [1, 32, 32, 1]);
    await assert.rejects(loadPretrained({ path: folder, classNames: ['one'] }), /il a 10 classes mais classNames/); // prettier-ignore
  });

  it('a graph model, as one layer that learns nothing', async () => {
    const { filters, bias } = writeGraphModel(folder);
    const { model, inputSize, classNames } = await loadPretrained({ path: folder });
    assert.deepEqual([inputSize, classNames.length], [6, 2]);
    const x = tf.randomNormal<Tfjs.Rank.R4>([3, 6, 6, 1], 0, 1, 'float32', 3);
    const expected = tf.tidy(() => {
      const maps = tf.conv2d(x, tf.tensor4d(filters, [3, 3, 1, 2]), 1, 'valid');
      return [...tf.softmax(tf.mean<Tfjs.Tensor2D>(maps, [1, 2]).add(bias)).dataSync()];
    });
    for (const [i, value] of answer(model, x).entries()) assert.ok(Math.abs(value - expected[i]!) < 1e-6); // prettier-ignore
    assert.equal((model as unknown as Tfjs.LayersModel).trainableWeights.length, 0);
  });

  it('refuses what is not there, or no model', async () => {
    await refused(/le fichier ou son dossier n'existe pas/);
    await saved();
    const weights = path.join(folder, 'weights.bin');
    const bytes = readFileSync(weights);
    rmSync(weights);
    await refused(/weights\.bin\u00a0: le fichier/);
    writeFileSync(weights, bytes.subarray(0, -4));
    await refused(/ses poids devraient faire \d+ octets mais en font/);
    writeFileSync(weights, Buffer.concat([bytes, bytes]));
    await refused(/weights\.bin est plus gros/);
    writeFileSync(weights, bytes);
    for (const wrong of ['', '{', '[]', 'null', '{"modelTopology":3}', '{"modelTopology":{},"weightsManifest":[]}']) {
      write(wrong);
      await refused(/./);
    } // prettier-ignore
  });

  it('refuses a text cut short, wherever', async () => {
    await saved();
    const whole = text();
    for (let length = 0; length < whole.length - 1; length += 997) {
      write(whole.slice(0, length));
      await refused(/./);
    }
  });

  it('reads no file outside its folder', async () => {
    await saved();
    for (const name of ['../secret', '/etc/passwd', 'a/../../secret', '..', '.']) {
      change((json) => (json.weightsManifest[0].paths = [name]));
      await refused(/il demande le fichier .*hors de son dossier/);
    }
  });

  it('takes no room for what is not there', async () => {
    await saved();
    const whole = text();
    const spoiled = async (by: (json: any) => unknown, message: RegExp): Promise<void> => {
      write(whole);
      change(by);
      await refused(message);
    };
    const layers = (json: any) => json.modelTopology.config.layers;
    await spoiled(
      (json) => (json.weightsManifest[0].weights[0].shape = [1e9, 1e9]),
      /octets mais en font/,
    );
    await spoiled(
      (json) => (json.weightsManifest[0].weights[0].shape = [-3]),
      /n’y est pas comme attendu/,
    );
    await spoiled((json) => (json.weightsManifest[0].weights[0].dtype = 'string'), /n’y est pas comme attendu/); // prettier-ignore
    await spoiled((json) => {
      layers(json).at(-1).config.units = 2 ** 31;
    }, /le poids predictions\/kernel devrait avoir la forme/);
    await spoiled(
      (json) => (layers(json)[1].class_name = 'Lambda'),
      /tfjs ne peut pas le reconstruire/,
    );
    await spoiled((json) => (layers(json)[1].inbound_nodes[0][0][0] = 'nowhere'), /attend une couche qui n’y est pas/); // prettier-ignore
    await spoiled((json) => (layers(json)[1].inbound_nodes[0][0][0] = layers(json)[1].name), /attend une couche/); // prettier-ignore
    await spoiled((json) => layers(json).splice(3, 1), /attend une couche/);
  });

  it('reads layers that are used twice and models inside models, and waits for none that is not there', async () => {
    const input = tf.input({ shape: [8, 8, 1] });
    const conv = tf.layers.conv2d({ name: 'shared', filters: 1, kernelSize: 3, padding: 'same' });
    const twice = conv.apply(conv.apply(input)) as Tfjs.SymbolicTensor;
    const base = tf.model({ name: 'base', inputs: input, outputs: twice });
    const head = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [8, 8, 1] }), tf.layers.dense({ units: 2, activation: 'softmax' })] }); // prettier-ignore
    const outside = tf.input({ shape: [8, 8, 1] });
    const classes = head.apply(base.apply(outside)) as Tfjs.SymbolicTensor;
    const model = tf.model({ inputs: outside, outputs: classes });
    await model.save(`file://${folder}`);
    const loaded = await loadPretrained({ path: folder });
    const x = tf.randomNormal([2, 8, 8, 1], 0, 1, 'float32', 3);
    assert.deepEqual(answer(loaded.model, x), answer(model as unknown as LayersModel, x));
    const whole = text();
    for (const lost of [
      ['nowhere', 0],
      ['shared', 5],
      ['shared', 1],
    ] as const) {
      write(whole);
      change((json) => {
        const inside = json.modelTopology.config.layers.find((layer: any) => layer.name === 'base');
        const shared = inside.config.layers.find((layer: any) => layer.name === 'shared');
        shared.inbound_nodes[1][0].splice(0, 2, ...lost);
      });
      await refused(/sa couche shared attend une couche qui n’y est pas/);
    }
  });

  it('refuses a model that does not go from a square image to classes', async () => {
    const dense = tf.sequential({ layers: [tf.layers.dense({ inputShape: [3], units: 2 })] });
    await dense.save(`file://${folder}`);
    await refused(/il va de \[-1, 3\] à \[-1, 2\], et non d’images carrées à des classes/);
  });
});
