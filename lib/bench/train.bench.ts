/** train: one TensorFlow graph a step learns twice as fast as tfjs's fit and faster than Keras's. */
import { defineBench, speedGate, type Gate } from './harness';
import { graphAnswer, tfjsAnswer } from './shared/answers';
import { keras, ours, tfjsFit } from './train/contenders';
import { SharedDigits } from './train/digits';
import { accuracyMeasures, memoryMeasures } from './train/measures';
import { efficientNetLite0, lenet5, smallResNet } from './train/models';

const lenet = 'LeNet-5, MNIST, batch 128';
const resnet = 'small ResNet with batch norm, batch 128';

const nets = [
  { name: lenet, make: lenet5, model: 'lenet5', count: [5120, 1280] },
  { name: resnet, make: smallResNet, model: 'small_resnet', count: [1024, 512] },
] as const;

/** The time of `of` by that of `against`: a gate from above. */
function timeGate(
  of: string,
  against: string,
  name: string,
  atMost: number,
  stretch?: number,
): Gate {
  return {
    claim: `${of}: at most ${atMost} x the time of ${against}, ${name}`,
    figure: (results) => 1 / results.speed(name, of, against),
    unit: 'x',
    atMost,
    ...(stretch === undefined ? {} : { stretch }),
  };
}

const answers = [1, 16].map((batch) => ({
  batch,
  name: `EfficientNet-Lite0 answers, batch ${batch}`,
}));

export default defineBench({
  packages: ['@tensorflow/tfjs-node'],
  cases: ({ quick }) => [
    ...nets.map(({ name, make, model, count: counts }) => {
      const count = quick ? counts[1] : counts[0];
      let digits: SharedDigits;
      return {
        name,
        about: `an epoch of ${count} images; the second of a training, compiled`,
        work: { amount: count, unit: 'images' },
        baseline: 'Keras fit',
        rounds: 7,
        turnMs: 0,
        warmUpMs: 1,
        setUp: () => (digits = new SharedDigits(count, 10)),
        tearDown: () => digits.close(),
        contenders: {
          graph: ours(make, () => digits, 'graph'),
          eager: { ...ours(make, () => digits, 'eager'), rounds: 4 },
          'tfjs fit': { ...tfjsFit(make, () => digits), rounds: 5 },
          'Keras fit': keras(() => ({
            do: 'fit',
            model,
            path: digits.path('train'),
            count,
            batch: 128,
          })),
        },
      };
    }),
    ...answers.map(({ batch, name }) => ({
      name,
      work: { amount: batch, unit: 'images' },
      baseline: 'tf.function',
      contenders: {
        graph: graphAnswer(efficientNetLite0, batch),
        'tfjs predict': tfjsAnswer(efficientNetLite0, batch),
        'tf.function': keras(() => ({ do: 'infer', model: 'efficientnet_lite0', batch })),
      },
    })),
  ],
  measures: ({ quick }) => [...accuracyMeasures(quick), ...memoryMeasures(quick)],
  gates: [
    speedGate({ of: 'graph', against: 'tfjs fit', atLeast: 2, where: (name) => name === lenet }),
    timeGate('graph', 'Keras fit', lenet, 0.85, 0.7),
    timeGate('graph', 'Keras fit', resnet, 1.1, 0.9),
    ...answers.map(({ name }) => timeGate('graph', 'tf.function', name, 1.2)),
    ...['tfjs fit', 'Keras fit'].map((other): Gate => ({
      claim: `accuracy as ${other}: means apart by at most the spread of 3 seeds`,
      figure: (results) => {
        const apart = results.measure('accuracy, graph') - results.measure(`accuracy, ${other}`);
        const spreads = ['graph', other].map((n) => results.measure(`spread of its seeds, ${n}`));
        return Math.abs(apart) / Math.max(...spreads);
      },
      unit: 'of the spread',
      atMost: 1,
    })),
    {
      claim: 'training leaves no tensor behind',
      figure: (results) => Math.abs(results.measure('tensors left by training')),
      atMost: 0,
    },
    {
      claim: 'resident size stays flat from epoch to epoch',
      figure: (results) => results.measure('resident size grown'),
      unit: 'MB',
      atMost: 16,
    },
  ],
});
