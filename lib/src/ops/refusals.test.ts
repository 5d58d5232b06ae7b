import { strict as assert } from 'node:assert';

import * as ops from '.';

const image = [
  [1, 2],
  [3, 4],
];
const channels = [[[1], [2]], [[3], [4]]]; // prettier-ignore

/** Each operation, given something in place of its main argument. */
const operations: Record<string, (wrong: any) => unknown> = {
  conv1d: (wrong) => ops.conv1d(wrong, [1]),
  'conv1d, kernel': (wrong) => ops.conv1d([1, 2], wrong),
  conv1dBackward: (wrong) => ops.conv1dBackward(wrong, [1, 2], [1]),
  conv2d: (wrong) => ops.conv2d(wrong, [[1]]),
  'conv2d, kernel': (wrong) => ops.conv2d(image, wrong),
  'conv2d, bias': (wrong) => ops.conv2d(image, [[1]], { bias: wrong }),
  conv2dBackward: (wrong) => ops.conv2dBackward(wrong, image, [[1]]),
  trueConv1d: (wrong) => ops.trueConv1d(wrong, [1]),
  trueConv2d: (wrong) => ops.trueConv2d(wrong, [[1]]),
  trueConv2dBackward: (wrong) => ops.trueConv2dBackward(wrong, image, [[1]]),
  depthwiseConv2d: (wrong) => ops.depthwiseConv2d(wrong, [[[[1]]]]),
  'depthwiseConv2d, kernel': (wrong) => ops.depthwiseConv2d(channels, wrong),
  pointwiseConv2d: (wrong) => ops.pointwiseConv2d(wrong, [[1]]),
  maxPool2d: (wrong) => ops.maxPool2d(wrong, { poolSize: 1 }),
  maxPool2dBackward: (wrong) => ops.maxPool2dBackward(wrong, image, { poolSize: 1 }),
  avgPool2d: (wrong) => ops.avgPool2d(wrong, { poolSize: 1 }),
  sumPool2d: (wrong) => ops.sumPool2d(wrong, { poolSize: 1 }),
  globalMaxPool2d: (wrong) => ops.globalMaxPool2d(wrong),
  globalAvgPool2d: (wrong) => ops.globalAvgPool2d(wrong),
  globalSumPool2d: (wrong) => ops.globalSumPool2d(wrong),
  flatten: (wrong) => ops.flatten(wrong),
  flattenBackward: (wrong) => ops.flattenBackward(wrong, image),
  dense: (wrong) => ops.dense(wrong, [[1]]),
  'dense, kernel': (wrong) => ops.dense([1, 2], wrong),
  relu: (wrong) => ops.relu(wrong),
  sigmoid: (wrong) => ops.sigmoid(wrong),
  softmax: (wrong) => ops.softmax(wrong),
  logSoftmax: (wrong) => ops.logSoftmax(wrong),
  batchNorm: (wrong) => ops.batchNorm(wrong, { mean: [0], variance: [1] }),
  batchNormTraining: (wrong) => ops.batchNormTraining(wrong),
  localResponseNorm: (wrong) => ops.localResponseNorm(wrong),
  dropout: (wrong) => ops.dropout(wrong, { rate: 0.5, seed: 1 }),
  crossEntropy: (wrong) => ops.crossEntropy(wrong, [0]),
  'crossEntropy, labels': (wrong) => ops.crossEntropy([[1, 0]], wrong),
  crossEntropyFromLogits: (wrong) => ops.crossEntropyFromLogits(wrong, [0]),
  oneHot: (wrong) => ops.oneHot(wrong, 3),
  flipKernel: (wrong) => ops.flipKernel(wrong),
};

const wrong: Record<string, unknown> = {
  'an empty list': [],
  'a list of an empty list': [[]],
  'rows of different lengths': [[1, 2], [3]],
  'words among numbers': [[1, 'deux']],
  'a hole': [[1, undefined]],
  null: null,
  'a word': 'image',
  'an object': { width: 2 },
  'a shape that says nothing': { shape: [2, 2], data: [1, 2, 3, 4] },
};

describe('every operation', () => {
  for (const [name, operation] of Object.entries(operations)) {
    it(`refuses what is no array of numbers, in three beats: ${name}`, () => {
      for (const [what, value] of Object.entries(wrong)) {
        assert.throws(
          () => operation(value),
          (error: Error) => {
            assert.ok(error instanceof TypeError || error instanceof RangeError, what);
            assert.match(error.message, /^Impossible d.+\u00a0: .+\u00a0; .+\.$/s, what);
            return true;
          },
          `${name} took ${what}`,
        );
      }
    });
  }
});
