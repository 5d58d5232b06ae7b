import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { asModel, glorot, smallNet } from '../../graph/testing/nets';
import type { ModelInside } from '../../graph/model/tfjs-inside';
import { seededVolume } from '../../testing/seeded-volume';
import { tfjs } from '../../testing/tfjs-oracle';
import { Volume } from '../../volume/volume';
import type { Samples } from '../dataset';
import { options, valuesOf } from '../testing/small-training';
import { train } from '../train-model';
import { EagerEngine } from './eager-engine';

describe('the eager engine', function () {
  this.timeout(60_000);

  it('computes no gradient of the input image', async () => {
    const inputs = seededVolume([4, 6, 6, 2], 1, { dtype: 'float32' });
    const samples: Samples = { inputs, labels: [0, 1, 2, 0], count: 4, inputShape: [6, 6, 2] };
    const model = smallNet() as unknown as ModelInside;
    const engine = new EagerEngine(tfjs, model, {
      loss: 'sparseCategoricalCrossentropy',
      lossWeights: [1],
      fromLogits: undefined,
      optimizer: { name: 'adam' },
      seed: 1,
      classes: 3,
    });
    const { kernels } = await tfjs.profile(() => {
      engine.learn({ samples, places: Uint32Array.of(0, 1, 2, 3) }, 0.01, 0);
      return tfjs.scalar(0);
    });
    engine.close();
    const names = kernels.map(({ name }) => name);
    assert.ok(names.includes('Conv2DBackpropFilter'));
    assert.ok(!names.includes('Conv2DBackpropInput'));
  });

  it('equal largest places of a global pooling share the gradient, as in the graph', async () => {
    const images = new Volume([2, 2, 2, 1], Float32Array.of(4, 4, 1, 2, 3, 3, 3, 3));
    const weights = await Promise.all(
      (['graph', 'eager'] as const).map(async (engine) => {
        const { layers } = tfjs;
        const conv = layers.conv2d({ filters: 1, kernelSize: 1, kernelInitializer: 'ones' });
        const head = layers.dense({ units: 2, kernelInitializer: glorot(4) });
        const model = tfjs.sequential({
          layers: [
            layers.inputLayer({ inputShape: [2, 2, 1] }),
            conv,
            layers.globalMaxPooling2d({}),
            head,
          ],
        });
        await train(
          asModel(model),
          { images, labels: [1, 0] },
          { ...options, batchSize: 2, optimizer: 'sgd', engine },
        );
        return valuesOf(model);
      }),
    );
    const [graph, eager] = weights as [number[], number[]];
    const distances = graph.map((value, i) => Math.abs(value - eager[i]!));
    assert.ok(Math.max(...distances) < 1e-5, String(weights));
  });

  it('dropout draws anew at each step, and the same at the same step', () => {
    const inputs = seededVolume([1, 50], 1, { dtype: 'float32' });
    const samples: Samples = { inputs, labels: [0], count: 1, inputShape: [50] };
    const layers = [
      tfjs.layers.dropout({ inputShape: [50], rate: 0.5 }),
      tfjs.layers.dense({ units: 2, activation: 'softmax' }),
    ];
    const model = tfjs.sequential({ layers }) as unknown as ModelInside;
    const engine = new EagerEngine(tfjs, model, {
      loss: 'sparseCategoricalCrossentropy',
      lossWeights: [1],
      fromLogits: undefined,
      optimizer: { name: 'sgd' },
      seed: 1,
      classes: 2,
    });
    const lossAt = (step: number): number =>
      engine.learn({ samples, places: Uint32Array.of(0) }, 1e-12, step).loss;
    const [first, again, next] = [lossAt(3), lossAt(3), lossAt(4)];
    engine.close();
    assert.equal(first, again);
    assert.notEqual(first, next);
  });

  it('without the native library trains to the same numbers, after one warning in French', () => {
    const native = run({});
    const plain = run({ CONVOLAB_TF: 'js' });
    assert.equal(native.stderr, '');
    assert.equal(
      plain.stderr,
      "L'entraînement se fait pas à pas, moins vite qu'en un graphe\u00a0: tfjs calcule ici en JavaScript pur, sans la bibliothèque native de TensorFlow. Les résultats sont les mêmes.\n",
    );
    const [ours, theirs] = [plain, native].map(({ stdout }) => JSON.parse(stdout) as number[]);
    assert.equal(ours!.length, 4);
    for (const [i, loss] of theirs!.entries()) assert.ok(Math.abs(ours![i]! - loss) < 1e-4);
  });
});

/** Trains twice in a process of its own; the losses come back. */
function run(env: NodeJS.ProcessEnv): { stdout: string; stderr: string } {
  const lib = path.join(__dirname, '..', '..');
  const code = `
    const tf = require(${JSON.stringify(path.join(lib, 'tf', 'index.ts'))});
    const { train } = require(${JSON.stringify(path.join(lib, 'graph', 'index.ts'))});
    const { Volume } = require(${JSON.stringify(path.join(lib, 'volume', 'volume.ts'))});
    const images = new Volume([6, 4], Float32Array.from({ length: 24 }, (_, i) => Math.sin(i)));
    const labels = [0, 1, 0, 1, 1, 0];
    const weights = [tf.tensor2d([[1, 0], [0, 1], [1, 1], [0, 0]]), tf.zeros([2])];
    const fit = () => train(
      tf.sequential({ layers: [tf.layers.dense({ inputShape: [4], units: 2, activation: 'softmax', weights })] }),
      { images, labels }, { epochs: 2, batchSize: 3, progress: false });
    (async () => {
      const [first, second] = [await fit(), await fit()];
      console.log(JSON.stringify([...first.metrics.loss, ...second.metrics.loss]));
    })();`;
  return spawnSync(process.execPath, ['--require', 'tsx/cjs', '--eval', code], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}
