/** transfer: features of 1,000 photos and a step of fine-tuning take no longer than in Python. */
import { efficientNetLite } from '@convolab/lib/models';
import type * as tf from '@convolab/lib/tf';
import { blocksOf, cutBefore, unfreezeLast, withHead } from '@convolab/lib/transfer';

import { defineBench, type Gate } from './harness';
import { keras } from './shared/keras-network';
import { extracting, tuning } from './transfer/contenders';
import { memoryOfFeatures, memoryOfTuning } from './transfer/measures';

/** What gives the features; no block is dropped in training, so that both sides do the same. */
const base = (): tf.LayersModel => cutBefore(efficientNetLite({ dropConnect: 0 }));

/** Ten other classes; so many of the last blocks learn. */
const tuned = (blocks: (all: number) => number) => (): tf.LayersModel => {
  const model = withHead(base(), 10);
  return unfreezeLast(model, blocks(blocksOf(model).length));
};

const tunings = {
  'the head and the last two blocks': tuned(() => 3),
  'all but normalisations': tuned((all) => all),
};

const photos = 1000;
const photosAtOnce = 32;
const steps = 4;
const batch = 16;

/** The time of the graph by that of Python. */
const timeGate = (what: string, theirs: string, atMost: number, stretch: number): Gate => ({
  claim: `${what}: at most ${atMost} x the time of ${theirs}`,
  figure: (results) =>
    Object.fromEntries(
      Object.entries(results.speeds('graph', theirs)).map(([name, speed]) => [name, 1 / speed]),
    ),
  ...{ unit: 'x', atMost, stretch },
});

export default defineBench({
  packages: ['@tensorflow/tfjs-node'],
  cases: () => [
    {
      name: 'features, EfficientNet-Lite0',
      about: `of ${photos} photos in memory, batches of ${photosAtOnce}; ours with the making of the graph`,
      work: { amount: photos, unit: 'photos' },
      baseline: 'tf.function',
      ...{ rounds: 5, turnMs: 0, warmUpMs: 1 },
      contenders: {
        graph: extracting(base, photos, photosAtOnce),
        'tf.function': keras(
          { build: base },
          { do: 'features', count: photos, batch: photosAtOnce },
        ),
      },
    },
    ...Object.entries(tunings).map(([name, build]) => ({
      name: `fine-tuning, ${name}`,
      about: `an epoch of ${steps} steps of ${batch} photos by Adam; ours is the second of a training`,
      work: { amount: steps, unit: 'steps' },
      baseline: 'Keras fit',
      ...{ rounds: 7, turnMs: 0, warmUpMs: 3000 },
      contenders: {
        graph: tuning(build, steps * batch, batch),
        'Keras fit': keras({ build }, { do: 'tune', count: steps * batch, batch }),
      },
    })),
  ],
  measures: () => [
    ...memoryOfFeatures(base),
    ...memoryOfTuning(tunings['the head and the last two blocks']),
  ],
  gates: [
    timeGate('features', 'tf.function', 1.2, 1),
    timeGate('a step of fine-tuning', 'Keras fit', 1.1, 0.9),
    ...['features', 'fine-tuning'].flatMap((what): Gate[] => [
      {
        claim: `no tensor left by ${what}`,
        figure: (results) => results.measure(`tensors left, ${what}`),
        atMost: 0,
      },
      {
        claim: `resident size stays flat in ${what}`,
        figure: (results) => results.measure(`resident size grown, ${what}`),
        ...{ unit: 'MB', atMost: 32 },
      },
    ]),
  ],
});
