import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { conv2d } from '../ops/conv2d';
import { Volume } from '../volume/volume';
import * as tf from './index';

describe('the tf door', function () {
  this.timeout(60_000);

  it('opens on all that it declares', () => {
    for (const [name, value] of Object.entries(tf)) assert.notEqual(value, undefined, name);
    for (const maker of ['conv2d', 'maxPooling2d', 'flatten', 'dense'] as const) {
      assert.equal(typeof tf.layers[maker], 'function');
    }
  });

  it('computes the same as the operation written by hand', () => {
    const image = Volume.from([[[1, 2], [3, 4], [5, 6]], [[7, 8], [9, 10], [11, 12]]]); // prettier-ignore
    const filters = Volume.from([[[[1, 0], [0, 1]], [[2, -1], [1, 1]]]]); // prettier-ignore
    const theirs = tf.tidy(() =>
      tf.conv2d<tf.Tensor3D>(image.toNested(3), filters.toNested(4), 1, 'same').arraySync(),
    );
    assert.deepEqual(conv2d(image, filters, { padding: 'same' }).toNested(3), theirs);
  });

  it('makes a tensor of a Volume, with numbers of its own', () => {
    const volume = Volume.from([[1, 2], [3, 4]]); // prettier-ignore
    const tensor = tf.toTensor<tf.Tensor2D>(volume);
    volume.data[0] = 9;
    assert.deepEqual(tensor.arraySync(), [[1, 2], [3, 4]]); // prettier-ignore
    assert.equal(tensor.dtype, 'float32');
    tensor.dispose();
  });

  it('trains a small model: filters change, the loss falls', async () => {
    const before = tf.memory().numTensors;
    const model = tf.sequential({
      layers: [
        // Weights of 1: drawn at random, both filters are dead (all zero behind ReLU) one time in four.
        tf.layers.conv2d({
          inputShape: [4, 4, 1],
          filters: 2,
          kernelSize: 3,
          activation: 'relu',
          kernelInitializer: 'ones',
        }),
        tf.layers.flatten(),
        tf.layers.dense({ units: 1, kernelInitializer: 'ones' }),
      ],
    });
    const optimizer = tf.train.adam(0.05);
    model.compile({ optimizer, loss: 'meanSquaredError' });
    const x = tf.ones([8, 4, 4, 1]);
    const y = tf.ones([8, 1]);
    const { history } = await model.fit(x, y, { epochs: 20, verbose: 0 });
    const losses = history['loss'] as number[];
    assert.ok((losses.at(-1) ?? NaN) < (losses[0] ?? NaN));
    assert.equal(model.countParams(), 2 * 9 + 2 + 2 * 4 + 1);
    tf.dispose([x, y]);
    model.dispose();
    optimizer.dispose();
    assert.equal(tf.memory().numTensors, before);
  });

  it('without the native library computes in JavaScript, after one warning in French', () => {
    const { stdout, stderr } = runDoor({}, hideNativeLibrary);
    assert.equal(stdout, 'cpu 3\n');
    assert.match(
      stderr,
      /^TensorFlow calcule ici en JavaScript pur\u00a0: sa bibliothèque native n'a pas pu être chargée \(libtensorflow\.so\.2: cannot open shared object file\)\u00a0; les résultats sont les mêmes, mais l'entraînement est bien plus lent\. Lancez «\u00a0npm run doctor\u00a0» dans le dossier du cours pour savoir ce qui manque\.\n$/,
    );
  });

  for (const engine of ['', 'js']) {
    it(`saves a model into a folder and reads it back ${engine && 'in plain JavaScript'}`, () => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'convolab-model-'));
      const save = `
        const layer = tf.layers.dense({ inputShape: [2], units: 3 });
        const model = tf.sequential({ layers: [layer] });
        const url = ${JSON.stringify(`file://${folder}`)};
        model.save(url).then(() => tf.loadLayersModel(url + '/model.json')).then((again) => {
          const [a, b] = [model, again].map((m) => m.predict(tf.tensor2d([[1, 2]])).dataSync());
          console.log(a.length, a.every((value, i) => value === b[i]));
        });`;
      try {
        const { stdout, stderr } = runDoor({ CONVOLAB_TF: engine }, '', save);
        assert.deepEqual([stdout.split('\n')[1], stderr], ['3 true', '']);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }

  it('computes in JavaScript without a word when CONVOLAB_TF=js asks for it', () => {
    const { stdout, stderr } = runDoor({ CONVOLAB_TF: 'js' }, '');
    assert.deepEqual([stdout, stderr], ['cpu 3\n', '']);
  });
});

/** What Node says when a shared library is missing, said for every native addon. */
const hideNativeLibrary = `
  process.dlopen = () => {
    throw new Error('libtensorflow.so.2: cannot open shared object file\\n- some path');
  };`;

/** Opens the door in a process of its own. */
function runDoor(
  env: NodeJS.ProcessEnv,
  first: string,
  then = '',
): { stdout: string; stderr: string } {
  const door = JSON.stringify(path.join(__dirname, 'index.ts'));
  const code = `${first}
    const tf = require(${door});
    require(${door});
    console.log(tf.getBackend(), tf.tidy(() => tf.add(1, 2).dataSync()[0]));
    ${then}`;
  return spawnSync(process.execPath, ['--require', 'tsx/cjs', '--eval', code], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}
