import assert from 'node:assert/strict';
import { join } from 'node:path';
import { outlineOf, readModel } from '@convolab/lib/model-door';
import { findRoot } from 'nbconvert-ts-runner';
import { textOfHandle } from './handle';
import { residentBytes } from './process-tree';
import { NoSandbox, type LaunchOptions } from './sandbox';
import { Session } from './session';

const root = findRoot(__dirname) ?? join(__dirname, '..', '..', '..', '..');
const unit = (js: string) => ({ js, hasToplevelAwait: false, lineMap: [] });

/** VGG-19 as a student builds it. */
const vgg19 = `
  const tf = require('@convolab/lib/tf');
  exports.vgg19 = () => {
    const model = tf.sequential();
    const conv = (filters) => ({ filters, kernelSize: 3, padding: 'same', activation: 'relu' });
    [[64, 2], [128, 2], [256, 4], [512, 4], [512, 4]].forEach(([filters, times], block) => {
      for (let i = 0; i < times; i++) {
        const first = block + i === 0 ? { inputShape: [224, 224, 3] } : {};
        model.add(tf.layers.conv2d({ ...conv(filters), ...first }));
      }
      model.add(tf.layers.maxPooling2d({ poolSize: 2 }));
    });
    model.add(tf.layers.flatten());
    for (const units of [4096, 4096, 1000]) model.add(tf.layers.dense({ units }));
    return model;
  };`;

/** Keeps the process's number, to look at its memory. */
class WatchedSandbox extends NoSandbox {
  pid = 0;

  override launcher(options: LaunchOptions) {
    const launch = super.launcher(options);
    return (process: Parameters<typeof launch>[0]) => {
      const child = launch(process);
      this.pid = child.pid ?? 0;
      return child;
    };
  }
}

describe('a process for an exercise on models', function () {
  this.timeout('1m');
  const sandbox = new WatchedSandbox();
  let session: Session;
  before(async () => {
    const imports = ['@convolab/lib/tf'];
    session = new Session(sandbox, { cwd: root, imports, timeoutMs: 30_000 });
    await session.ready();
  });
  after(() => {
    session.close();
  });

  it('builds VGG-19 without room for its weights, and tells us its layers', async () => {
    assert.equal((await session.run(unit(vgg19), 1)).kind, 'ok');
    const before = residentBytes(sandbox.pid);
    const reply = await session.call({ name: 'vgg19' }, []);
    assert.equal(reply.kind, 'handle');
    const handle = { call: async (method: string) => valueOf(await methodOf(reply, method)) };
    const model = await readModel(await textOfHandle(handle));
    assert.equal(model.countParams(), 143_667_240);
    if (process.platform !== 'linux') return; // memory is told by /proc
    const after = residentBytes(sandbox.pid);
    assert.ok(after < 500e6, `${after} bytes in all`);
    assert.ok(
      after - before < 100e6,
      `${after - before} bytes more, where the weights take 575 MB`,
    );
  });

  it('tells us what leads to a tensor between layers, where a block was asked for', async () => {
    const block = `
      const tf = require('@convolab/lib/tf');
      exports.image = (shape) => tf.input({ shape });
      exports.block = (x, filters) => {
        const y = tf.layers.conv2d({ filters, kernelSize: 3, padding: 'same' }).apply(x);
        return tf.layers.add().apply([x, y]);
      };`;
    assert.equal((await session.run(unit(block), 3)).kind, 'ok');
    const image = { fixture: 'image', args: [[28, 28, 4]] };
    const reply = await session.call({ name: 'block' }, [image, 4]);
    assert.equal(reply.kind, 'handle');
    const handle = { call: async (method: string) => valueOf(await methodOf(reply, method)) };
    const model = await readModel(await textOfHandle(handle));
    assert.deepEqual(outlineOf(model).layers, [
      ['Conv2D 3 × 3', '28 × 28 × 4', 4 * (9 * 4 + 1), ''],
      ['Add', '28 × 28 × 4', 0, '', '1, 0'],
    ]);
  });

  const methodOf = (reply: { kind: string; handle?: number }, method: string) =>
    session.call({ handle: reply.handle ?? -1, method }, []);
  const valueOf = (reply: { kind: string; value?: unknown }): unknown => reply.value;

  it('computes with small models, where the exercise says that it does', async () => {
    const trained = `
      const tf = require('@convolab/lib/tf');
      exports.trained = async () => {
        const layer = tf.layers.dense({ units: 1, inputShape: [1], useBias: false, kernelInitializer: 'ones' });
        const model = tf.sequential({ layers: [layer] });
        model.compile({ optimizer: tf.train.sgd(0.25), loss: 'meanSquaredError' });
        await model.fit(tf.tensor2d([[1]]), tf.tensor2d([[3]]), { epochs: 1, verbose: 0 });
        return [...layer.getWeights()[0].dataSync()];
      };`;
    const options = { cwd: root, imports: ['@convolab/lib/tf'], computes: true, timeoutMs: 30_000 };
    const computing = new Session(sandbox, options);
    try {
      await computing.ready();
      assert.equal((await computing.run(unit(trained), 1)).kind, 'ok');
      assert.deepEqual(valueOf(await computing.call({ name: 'trained' }, [])), [2]);
    } finally {
      computing.close();
    }
  });

  it('cannot import the networks that students are to build', async () => {
    const end = await session.run(unit(`require('@convolab/lib/models')`), 2);
    assert.equal(end.kind, 'thrown');
  });
});
