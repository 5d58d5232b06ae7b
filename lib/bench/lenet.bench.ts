/**
 * lenet: LeNet-5 by hand on the real MNIST. An epoch of 60,000 images no slower than tfjs-node's
 * model.fit, a step at least 100 x the speed of tfjs's cpu backend; 98.5 % on the test images (median of
 * 5 seeds) within three minutes of training each.
 */
import type * as Tfjs from '@tensorflow/tfjs';
import { loadMnist, type Digits } from '@convolab/lib';
import * as nn from '@convolab/lib/nn';

import { defineBench, median, speedGate, type Case, type Contender, type Measure } from './harness';

const batchSize = 128;
const byHand = 'by hand';
const node = 'tfjs-node fit';
const cpu = 'tfjs cpu';

/** As chosen on a validation split: docs/adr/0008-networks-by-hand.md. */
const chosen = { epochs: 12, batchSize, learningRate: nn.cosineSchedule(0.005, 0.05) };
const seeds = [1, 2, 3, 4, 5];
const mostTrainingSeconds = 180;

function lenet(seed = 1): nn.Network {
  const rest = { activation: 'relu', initializer: 'heUniform' } as const;
  return nn.sequential(
    [
      nn.conv2d({ filters: 6, kernelSize: 5, padding: 'same', ...rest }),
      nn.avgPool2d(),
      nn.conv2d({ filters: 16, kernelSize: 5, ...rest }),
      nn.avgPool2d(),
      nn.flatten(),
      nn.dense({ units: 120, ...rest }),
      nn.dense({ units: 84, ...rest }),
      nn.dense({ units: 10, activation: 'softmax' }),
    ],
    { inputShape: [28, 28, 1], seed },
  );
}

const { tf, nodeMissing } = loadTf();

function loadTf(): { tf: typeof Tfjs; nodeMissing?: string } {
  /* eslint-disable @typescript-eslint/no-require-imports -- one that is missing is left out */
  process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  // Its quickest kernels, which it leaves off on some processors: no easy opponent.
  process.env['TF_ENABLE_ONEDNN_OPTS'] ??= '1';
  try {
    return { tf: require('@tensorflow/tfjs-node') as typeof Tfjs };
  } catch (error) {
    const nodeMissing = (error as Error).message.split('\n')[0]!;
    return { tf: require('@tensorflow/tfjs') as typeof Tfjs, nodeMissing };
  }
  /* eslint-enable @typescript-eslint/no-require-imports */
}

/** One epoch of fit, with the same network, the same data, the same optimiser. */
function epochCase(images: number): Case {
  const { train } = loadMnist({ train: images, test: 1 });
  const epoch = { epochs: 1, batchSize, learningRate: 0.001, progress: false };
  let network: nn.Network;
  const optimizer = nn.adam();
  let theirs: TfTwin;
  return {
    name: 'an epoch',
    about: `LeNet-5, ${images} images, batches of ${batchSize}, Adam, accuracy measured`,
    work: { amount: images, unit: 'images' },
    baseline: node,
    rounds: 3,
    turnMs: 0,
    warmUpMs: 1,
    contenders: {
      [byHand]: {
        setUp: () => {
          network = lenet();
        },
        run: () => network.fit(train, { ...epoch, optimizer }),
        tearDown: () => network.dispose(),
      },
      [node]: {
        missing: nodeMissing,
        beforeTurn: () => tf.setBackend('tensorflow'),
        setUp: () => {
          theirs = new TfTwin(train);
        },
        run: () => theirs.epoch(),
        tearDown: () => theirs.dispose(),
      },
    },
  };
}

/** One step on one batch. */
function stepCase(): Case {
  const { train } = loadMnist({ train: batchSize, test: 1 });
  let network: nn.Network;
  const optimizer = nn.adam();
  const theirs = (backend: string, more: Partial<Contender>): Contender => {
    let twin: TfTwin;
    return {
      beforeTurn: async () => {
        await tf.setBackend(backend);
        // At its first use the cpu backend prints an advice to install the native library.
        if (backend === 'cpu') (tf.backend() as { firstUse?: boolean }).firstUse = false;
      },
      setUp: () => {
        twin = new TfTwin(train);
      },
      run: () => twin.step(),
      tearDown: () => twin.dispose(),
      ...more,
    };
  };
  return {
    name: 'a step',
    about: `LeNet-5, one batch of ${batchSize}, Adam`,
    work: { amount: batchSize, unit: 'images' },
    baseline: cpu,
    contenders: {
      [byHand]: {
        setUp: () => {
          network = lenet();
        },
        run: () => network.fit(train, { epochs: 1, batchSize, progress: false, optimizer }),
        tearDown: () => network.dispose(),
      },
      'tfjs-node': theirs('tensorflow', { missing: nodeMissing }),
      [cpu]: theirs('cpu', { rounds: 2 }),
    },
  };
}

/** The same network in tfjs, its data in tensors of the backend of the day. */
class TfTwin {
  private readonly model: Tfjs.Sequential;
  private readonly images: Tfjs.Tensor;
  private readonly labels: Tfjs.Tensor;

  constructor(data: Digits) {
    const network = lenet();
    this.model = nn.toTfjs(network) as unknown as Tfjs.Sequential;
    network.dispose();
    this.model.compile({
      optimizer: tf.train.adam(0.001),
      loss: 'categoricalCrossentropy',
      metrics: ['accuracy'],
    });
    this.images = tf.tensor(data.images.data, [...data.images.shape]);
    this.labels = tf.tidy(() => tf.oneHot(tf.tensor1d(data.labels, 'int32'), 10));
  }

  epoch(): Promise<unknown> {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- tfjs exports no name for 0
    return this.model.fit(this.images, this.labels, { epochs: 1, batchSize, verbose: 0 });
  }

  async step(): Promise<void> {
    await this.model.trainOnBatch(this.images, this.labels);
  }

  dispose(): void {
    tf.dispose([this.images, this.labels]);
    this.model.dispose();
  }
}

interface Training {
  seed: number;
  /** On the test images, from 0 to 1. */
  accuracy: number;
  seconds: number;
}

/** Trains from each seed, and only then looks at the test images. */
async function trainAll(): Promise<Training[]> {
  const { train, test } = loadMnist();
  const results: Training[] = [];
  for (const seed of seeds) {
    const network = lenet(seed);
    const { seconds } = await network.fit(train, { ...chosen, seed, progress: false });
    const { accuracy } = await network.evaluate(test);
    results.push({ seed, accuracy: accuracy!, seconds });
    network.dispose();
  }
  return results;
}

function trainingMeasures(): Measure[] {
  let trained: Promise<Training[]> | undefined;
  const all = (): Promise<Training[]> => (trained ??= trainAll());
  const accuracies = async (): Promise<number[]> => (await all()).map((one) => one.accuracy * 100);
  return [
    { name: medianName, unit: '%', run: async () => median(await accuracies()) },
    ...seeds.map((seed, i) => ({
      name: `test accuracy, seed ${seed}`,
      unit: '%',
      run: async () => (await accuracies())[i]!,
    })),
    {
      name: secondsName,
      unit: 's',
      run: async () => Math.max(...(await all()).map(({ seconds }) => seconds)),
    },
  ];
}

const medianName = 'test accuracy, median of the seeds';
const secondsName = 'the longest training';

export default defineBench({
  cases: ({ quick }) => [stepCase(), epochCase(quick ? 6_400 : 60_000)],
  // A quick run trains on too little to say anything of accuracy.
  measures: ({ quick }) => (quick ? [] : trainingMeasures()),
  gates: [
    speedGate({ of: byHand, against: node, atLeast: 1 }),
    speedGate({ of: byHand, against: cpu, atLeast: 100 }),
    {
      claim: 'test accuracy, median of 5 seeds',
      figure: (results) => results.measure(medianName),
      atLeast: 98.5,
      unit: '%',
    },
    {
      claim: 'each training within three minutes',
      figure: (results) => results.measure(secondsName),
      atMost: mostTrainingSeconds,
      unit: 's',
    },
  ],
});
