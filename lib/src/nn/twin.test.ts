import { strict as assert } from 'node:assert';

import { loadMnist } from '../data/mnist';
import { tfjs as tf } from '../testing/tfjs-oracle';
import type { Volume } from '../volume/volume';
import * as nn from './index';
import type { Network } from './network';

type Digits = ReturnType<typeof loadMnist>['train'];

const lenet = (): nn.Layer[] => [
  nn.conv2d({ filters: 6, kernelSize: 5, padding: 'same', activation: 'tanh' }),
  nn.avgPool2d(),
  nn.conv2d({ filters: 16, kernelSize: 5, activation: 'tanh' }),
  nn.avgPool2d(),
  nn.flatten(),
  nn.dense({ units: 120, activation: 'tanh' }),
  nn.dense({ units: 84, activation: 'tanh' }),
  nn.dense({ units: 10, activation: 'softmax' }),
];

const modern = (): nn.Layer[] => [
  // No bias before a normalisation: its gradient is 0 but for rounding, which Adam blows up.
  nn.conv2d({ filters: 4, kernelSize: 3, stride: 2, initializer: 'heUniform', useBias: false }),
  nn.batchNorm({ momentum: 0.9 }),
  nn.relu(),
  nn.depthwiseConv2d({ kernelSize: 3, padding: 'same', multiplier: 2, activation: 'relu6' }),
  nn.maxPool2d({ poolSize: 3, stride: 2, padding: 'same' }),
  nn.conv2d({ filters: 6, kernelSize: 1, activation: 'swish' }),
  nn.globalAvgPool2d(),
  nn.dense({ units: 10 }),
  nn.softmax(),
];

/** The same batches, in the same order, for both; returns what either had at the end. */
async function trainTwins(network: Network, data: Digits, batchSize: number): Promise<Twins> {
  const twin = nn.toTfjs(network) as unknown as InstanceType<typeof tf.Sequential>;
  twin.compile({ optimizer: tf.train.adam(0.001), loss: 'categoricalCrossentropy' });
  const steps = data.labels.length / batchSize;
  const losses: [number, number][] = [];
  for (let step = 0; step < steps; step++) {
    const start = step * batchSize;
    const x = tf.tensor(data.images.data, [...data.images.shape] as never);
    const xs = tf.slice(x, [start, 0, 0, 0], [batchSize, -1, -1, -1]);
    const labels = data.labels.slice(start, start + batchSize);
    const ys = tf.oneHot(tf.tensor1d(labels, 'int32'), 10);
    losses.push([(await twin.trainOnBatch(xs, ys)) as number, NaN]);
    tf.dispose([x, xs, ys]);
  }
  const progress: nn.Progress = {
    begin: () => undefined,
    // The mean over the epoch so far: the loss of one step is what it adds.
    step: ({ step, metrics }) => {
      const before = losses.slice(0, step - 1).reduce((sum, [, loss]) => sum + loss, 0);
      losses[step - 1]![1] = metrics['loss']! * step - before;
    },
    epoch: () => undefined,
    end: () => undefined,
  };
  const options = { epochs: 1, batchSize, shuffle: false, progress, learningRate: 0.001 };
  await network.fit(data, options);
  const theirs = nn.fromTfjs(twin as never, { engine: 'plain' }).getWeights();
  twin.dispose();
  return { losses, ours: network.getWeights(), theirs };
}

interface Twins {
  losses: [number, number][];
  ours: Record<string, Volume>;
  theirs: Record<string, Volume>;
}

function assertTwins({ losses, ours, theirs }: Twins, tolerance: number): void {
  for (const [step, [tfLoss, loss]] of losses.entries()) {
    assert.ok(Math.abs(tfLoss - loss) < tolerance, `loss ${step}: ${loss}, tfjs ${tfLoss}`);
  }
  const values = (weights: Record<string, Volume>): Volume[] => Object.values(weights);
  assert.equal(values(ours).length, values(theirs).length);
  for (const [i, [name, weight]] of Object.entries(ours).entries()) {
    assert.ok(weight.equals(values(theirs)[i]!, tolerance), `${name} differs`);
  }
}

describe('a network by hand and its twin in tfjs', () => {
  it('LeNet-5 stays within 1e-4 of it for 20 steps of Adam', async () => {
    const { train } = loadMnist({ train: 320, test: 1 });
    const network = nn.sequential(lenet(), { inputShape: [28, 28, 1], seed: 7 });
    const twins = await trainTwins(network, train, 16);
    assert.equal(twins.losses.length, 20);
    assert.ok(twins.losses.at(-1)![1] < twins.losses[0]![1] - 0.5, 'it learned nothing');
    assertTwins(twins, 1e-4);
  });

  it('with the plain operations too, in float64, for some steps', async () => {
    const { train } = loadMnist({ train: 12, test: 1 });
    const network = nn.sequential(lenet(), {
      inputShape: [28, 28, 1],
      seed: 7,
      engine: 'plain',
    });
    assertTwins(await trainTwins(network, train, 4), 1e-4);
  });

  for (const engine of ['fast', 'plain'] as const) {
    it(`so does one with normalisation, depthwise and pooling layers (${engine})`, async () => {
      const { train } = loadMnist({ train: 40, test: 1 });
      const network = nn.sequential(modern(), { inputShape: [28, 28, 1], engine });
      assertTwins(await trainTwins(network, train, 8), 1e-4);
    });
  }

  it('answers as it does', () => {
    const { train } = loadMnist({ train: 5, test: 1 });
    for (const layers of [lenet(), modern()]) {
      const network = nn.sequential(layers, { inputShape: [28, 28, 1] });
      const twin = nn.toTfjs(network);
      const x = tf.tensor(train.images.data, [5, 28, 28, 1]);
      const answer = twin.predict(x as never) as unknown as { dataSync(): Float32Array };
      const theirs = [...answer.dataSync()];
      network.predict(train.images).data.forEach((p, i) => {
        assert.ok(Math.abs(p - theirs[i]!) < 1e-5);
      });
    }
  });
});
