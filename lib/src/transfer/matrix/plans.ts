import type { DigitsPlan } from './digits';
import type { PhotosPlan } from './photos';

/** How much is measured: in a lesson, or once for the record. */
export type ScenarioProfile = 'quick' | 'complete';

const ratesOf = (all: readonly number[], head: readonly number[]): DigitsPlan['learningRates'] => ({
  scratch: all,
  features: head,
  top: all,
  all,
});

/** On the digits. A few images are few in both; many are what fits into the time. */
export const digitsPlans: Readonly<Record<ScenarioProfile, DigitsPlan>> = {
  quick: {
    read: 16_000,
    sourcePerClass: 1400,
    sourceEpochs: 4,
    validationPerClass: 40,
    testPerClass: 200,
    learningRates: ratesOf([0.003, 0.01], [0.03]),
    blocks: { top: [1, 2], features: [0, 1] },
    sizes: {
      small: {
        ...{ perClass: 5, batchSize: 10, mostEpochs: 30, mostHeadEpochs: 60 },
        ...{ seeds: [1, 2, 3], choosingSeeds: [1000, 1001] },
      },
      large: {
        ...{ perClass: 500, batchSize: 50, mostEpochs: 5, mostHeadEpochs: 20 },
        ...{ seeds: [1, 2, 3], choosingSeeds: [1000] },
      },
    },
  },
  complete: {
    read: 60_000,
    sourcePerClass: 4000,
    sourceEpochs: 5,
    validationPerClass: 100,
    testPerClass: 850,
    learningRates: ratesOf([0.001, 0.003, 0.01], [0.01, 0.03, 0.1]),
    blocks: { top: [1, 2], features: [0, 1] },
    sizes: {
      small: {
        ...{ perClass: 5, batchSize: 10, mostEpochs: 60, mostHeadEpochs: 100 },
        ...{ seeds: [1, 2, 3, 4, 5, 6, 7, 8], choosingSeeds: [1000, 1001, 1002] },
      },
      large: {
        ...{ perClass: 3000, batchSize: 64, mostEpochs: 5, mostHeadEpochs: 20 },
        ...{ seeds: [1, 2, 3, 4, 5], choosingSeeds: [1000] },
      },
    },
  },
};

/** On photos: what a few minutes allow. Complete only. */
export const photosPlan: PhotosPlan = {
  side: 96,
  validationPerClass: 5,
  test: 0.35,
  sizes: {
    small: {
      ...{ perClass: 5, batchSize: 5, mostEpochs: 16, mostHeadEpochs: 40 },
      ...{ seeds: [1, 2, 3, 4, 5, 6, 7, 8], choosingSeeds: [1000] },
    },
  },
  // Large steps in all of a large network forget what it knew.
  learningRates: {
    scratch: [0.001, 0.003],
    features: [0.003, 0.01],
    top: [0.0003, 0.001],
    all: [0.00003, 0.0001, 0.0003],
  },
  blocks: { top: [2], features: [0, 4] },
};
