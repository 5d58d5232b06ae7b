/** transfer: features of 1,000 photos and a step of fine-tuning take no longer than in Python. */
import type * as tf from '@convolab/lib/tf';
import { blocksOf, cutBefore, unfreezeLast, withHead } from '@convolab/lib/transfer';

import { defineBench, type Gate } from './harness';
import { keras } from './models/contenders';
import { efficientNetLite0 as efficientNetLite } from './train/models';
import { extracting, tuning } from './transfer/contenders';
import { memoryOfFeatures, memoryOfTuning } from './transfer/measures';

const features = (): tf.LayersModel => cutBefore(efficientNetLite());

/** Ten other classes; so many of the last blocks learn. */
const tuned = (blocks: (all: number) => number) => (): tf.LayersModel => {
  const model = withHead(cutBefore(efficientNetLite()), 10);
  return unfreezeLast(model, blocks(blocksOf(model).length));
};

const tunings = {
  'the head and the last two blocks': tuned(() => 9),
  'all but normalisations': tuned((all) => all),
};

const batch = 16;
const steps = 4;

/** The time of ours by that of Python, in the cases of that name. */
function timeGate(claim: string, theirs: string, atMost: number, stretch: number): Gate {
  return {
    claim: `${claim}: at most ${atMost} x the time of ${theirs}`,
    figure: (results) =>
      Object.fromEntries(
        Object.entries(results.speeds('graph', theirs)).map(([name, speed]) => [name, 1 / speed]),
      ),
    unit: 'x',
    atMost,
    stretch,
  };
}

export default defineBench({
  packages: ['@tensorflow/tfjs-node'],
  cases: ({ quick }) => {
    const photos = quick ? 200 : 1000;
    const photosAtOnce = 32;
    return [
      {
        name: `features of ${photos} photos, EfficientNet-Lite0`,
        about: 'float32 in memory, batches of 32; ours with the making of the graph',
        work: { amount: photos, unit: 'photos' },
        baseline: 'tf.function',
        ...{ rounds: 5, turnMs: 0, warmUpMs: 1 },
        contenders: {
          graph: extracting(features, photos, photosAtOnce),
          'tf.function': keras({ build: features }, { do: 'features', count: photos, batch: photosAtOnce }),
        },
      },
      ...Object.entries(tunings).map(([name, build]) => ({
        name: `fine-tuning, ${name}`,
        about: `an epoch of ${steps} steps of ${batch} photos, the second; Adam`,
        work: { amount: steps, unit: 'steps' },
        baseline: 'Keras fit',
        ...{ rounds: 5, turnMs: 0, warmUpMs: 1 },
        contenders: {
          graph: tuning(build, steps * batch, batch),
          'Keras fit': keras({ build }, { do: 'tune', count: steps * batch, batch }),
        },
      })),
    ];
  },
  measures: () => [...memoryOfFeatures(features), ...memoryOfTuning(tunings['the head and the last two blocks'])],
  gates: [
    timeGate('features', 'tf.function', 1.2, 1),
    timeGate('a fine-tuning step', 'Keras fit', 1.1, 0.9),
    ...['features', 'fine-tuning'].flatMap((what): Gate[] => [
      { claim: `no tensor left, ${what}`, figure: (r) => r.measure(`tensors left, ${what}`), atMost: 0 },
      {
        claim: `resident size stays flat, ${what}`,
        figure: (r) => r.measure(`resident size grown, ${what}`),
        unit: 'MB',
        atMost: 32,
      },
    ]),
  ],
});
