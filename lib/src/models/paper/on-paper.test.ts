import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { compileGraph } from '../../graph';
import * as tf from '../../tf';
import { leNet } from '../le-net';
import { onPaper } from './on-paper';

const noNumbers = /^Impossible de calculer avec ce modèle\s: .*onPaper.*setWeights\.$/;

describe('onPaper()', function () {
  this.timeout(60_000);

  it('makes the same model, its weights without numbers', () => {
    const [drawn, real] = [onPaper(() => leNet()), leNet()];
    assert.equal(drawn.countParams(), real.countParams());
    const shapes = (model: tf.LayersModel) => model.getWeights().map(({ shape }) => shape);
    assert.deepEqual(shapes(drawn), shapes(real));
    assert.equal(summaryOf(drawn), summaryOf(real));
  });

  it('says so to whoever computes with them, saves or compiles them', async () => {
    const model = onPaper(() => leNet());
    const x = tf.zeros([1, 32, 32, 1]);
    assert.throws(() => model.predict(x), { message: noNumbers });
    assert.throws(() => model.getWeights()[0]!.dataSync(), { message: noNumbers });
    await assert.rejects(model.getWeights()[0]!.data(), { message: noNumbers });
    await assert.rejects(compileGraph(model), { message: noNumbers });
    await assert.rejects(model.save('file:///tmp/never-written'), { message: noNumbers });
  });

  it('setWeights() makes a real model of it', () => {
    const [drawn, real] = [onPaper(() => leNet()), leNet()];
    drawn.setWeights(real.getWeights());
    const x = tf.fill([2, 32, 32, 1], 0.5);
    const answer = (model: tf.LayersModel) => (model.predict(x) as tf.Tensor).dataSync();
    assert.deepEqual(answer(drawn), answer(real));
  });

  it('leaves tfjs as it was, also where building fails', () => {
    const backend = tf.getBackend();
    assert.throws(() => onPaper(() => leNet({ classes: 0 })), /classes vaut 0/);
    const wrong = () => onPaper(() => onPaper(() => assert.fail('inside')));
    assert.throws(wrong, /inside/);
    assert.equal(tf.getBackend(), backend);
    const layer = tf.layers.dense({ units: 1, inputShape: [2], kernelInitializer: 'ones' });
    const y = tf.sequential({ layers: [layer] }).predict(tf.ones([1, 2])) as tf.Tensor;
    assert.deepEqual([...y.dataSync()], [2]);
  });

  it('computes with other tensors meanwhile, and gives all back', () => {
    const before = tf.memory().numTensors;
    const sum = onPaper(() => {
      const model = leNet();
      model.dispose();
      return tf.tidy(() => tf.ones([3]).add(1).sum().dataSync()[0]);
    });
    assert.equal(sum, 6);
    assert.equal(tf.memory().numTensors, before);
  });

  for (const [build, expected] of [
    ['vgg({ depth: 19 })', 143_667_240],
    ['efficientNet({ scale: 7 })', 66_658_687 - 7],
  ] as const) {
    it(`counts ${build} in little memory`, () => {
      const code = `
        const { describe, efficientNet, onPaper, vgg } = require('./index');
        const kilobytes = () => process.resourceUsage().maxRSS;
        const before = kilobytes();
        const { totals } = describe(onPaper(() => ${build}));
        console.log(JSON.stringify([totals.parameters, before, kilobytes()]));`;
      const child = spawnSync(process.execPath, ['--require', 'tsx/cjs', '--eval', code], {
        cwd: path.join(__dirname, '..'),
        encoding: 'utf8',
      });
      assert.equal(child.status, 0, child.stderr);
      const [parameters, before, after] = JSON.parse(child.stdout) as [number, number, number];
      assert.equal(parameters, expected);
      assert.ok(after < 1_500_000, `${after} kB in all`);
      const weights = (4 * parameters) / 1000;
      assert.ok(
        after - before < weights / 2,
        `${after - before} kB more, of ${weights} of weights`,
      );
    });
  }
});

function summaryOf(model: tf.LayersModel): string {
  const lines: string[] = [];
  model.summary(80, undefined, (line) => lines.push(String(line)));
  return lines.join('\n');
}
