import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

describe('graph: leakyRelu behind a convolution', function () {
  this.timeout(60_000);

  it('trains without a complaint of TensorFlow, which joins the two', () => {
    const lib = path.join(__dirname, '..', '..');
    const code = `
      const tf = require(${JSON.stringify(path.join(lib, 'tf', 'index.ts'))});
      const { train } = require(${JSON.stringify(path.join(lib, 'graph', 'index.ts'))});
      const { Volume } = require(${JSON.stringify(path.join(lib, 'volume', 'volume.ts'))});
      const { layers } = tf;
      const model = tf.sequential({ layers: [
        layers.conv2d({ inputShape: [6, 6, 2], filters: 3, kernelSize: 3 }),
        layers.leakyReLU({ alpha: 0.1 }),
        layers.flatten(),
        layers.dense({ units: 2 }),
      ] });
      const images = new Volume([4, 6, 6, 2], Float32Array.from({ length: 288 }, (_, i) => Math.sin(i)));
      train(model, { images, labels: [0, 1, 0, 1] }, { progress: false, engine: 'graph' })
        .then((history) => console.log(history.steps));`;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--require', 'tsx/cjs', '--eval', code],
      { encoding: 'utf8' },
    );
    assert.equal(stdout, '5\n', stderr);
    assert.doesNotMatch(stderr, /failed/);
  });
});
