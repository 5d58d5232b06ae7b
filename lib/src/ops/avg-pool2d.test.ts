import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { checkGradient } from '../testing/check-gradient';
import { poolings, tfPool } from '../testing/poolings';
import { seededVolume } from '../testing/seeded-volume';
import { assertClose, tfCompute, tfGradients, tfjs } from '../testing/tfjs-oracle';
import { avgPool2d, avgPool2dBackward } from './avg-pool2d';

const course = [
  [15, 20, 0, 35],
  [18, 0, 25, 100],
  [20, 0, 25, 0],
  [101, 75, 18, 23],
];

/** tfjs divides by the cells inside where it pads itself; laid zeros it counts, so divide by ones too. */
const tfAvgPool: typeof tfPool = (_, x, options) =>
  options.padding === 'same'
    ? tfPool('avg', x, options)
    : tfjs.div(tfPool('avg', x, options), tfPool('avg', tfjs.onesLike(x), options));

describe('avgPool2d()', () => {
  it("keeps the mean of each window: the course's table", () => {
    assert.deepEqual(avgPool2d(course, { poolSize: 2 }), [
      [13.25, 40],
      [49, 16.5],
    ]);
  });

  it('divides by the cells inside the image, at every border', () => {
    assert.deepEqual(avgPool2d([[2, 4, 6]], { poolSize: [1, 2], padding: 'same' }), [[3, 6]]);
    assert.deepEqual(avgPool2d([[8]], { poolSize: 3, padding: 1 }), [[8]]);
    const padding = { top: 1, bottom: 0, left: 0, right: 1 };
    assert.deepEqual(avgPool2d([[2, 4]], { poolSize: 2, stride: 1, padding }), [[3, 4]]);
  });

  it('lets NaN through, to its own windows and channel', () => {
    const image = [[[1, NaN], [3, 4], [5, 6], [7, 8]]]; // prettier-ignore
    assert.deepEqual(avgPool2d(image, { poolSize: [1, 2] }), [[[2, NaN], [6, 7]]]); // prettier-ignore
  });

  it('agrees with tfjs on any shape, window, stride and padding', () => {
    fc.assert(
      fc.property(poolings(), ({ input, options }) => {
        const theirs = tfCompute([input], (x) => tfAvgPool('avg', x, options));
        assertClose(avgPool2d(input, options), theirs);
      }),
    );
  });
});

describe('avgPool2dBackward()', () => {
  it('shares the gradient of a window among its cells inside the image', () => {
    const dOutput = [[4, 8], [12, 16]]; // prettier-ignore
    assert.deepEqual(avgPool2dBackward(dOutput, course, { poolSize: 2 }), [
      [1, 1, 2, 2],
      [1, 1, 2, 2],
      [3, 3, 4, 4],
      [3, 3, 4, 4],
    ]);
    const options = { poolSize: [1, 2], padding: 'same' } as const;
    assert.deepEqual(avgPool2dBackward([[2, 5]], [[0, 0, 0]], options), [[1, 1, 5]]);
  });

  it('hands out the whole gradient and no more', () => {
    fc.assert(
      fc.property(poolings(), ({ input, options }) => {
        const dOutput = seededVolume(avgPool2d(input, options).shape, 3);
        const sum = (data: ArrayLike<number>): number =>
          Array.from(data).reduce((a, b) => a + b, 0);
        const dInput = avgPool2dBackward(dOutput, input, options);
        assert.ok(Math.abs(sum(dInput.data) - sum(dOutput.data)) < 1e-9);
      }),
    );
  });

  it('is what centred differences say, and tfjs', () => {
    fc.assert(
      fc.property(poolings(), ({ input, options }) => {
        checkGradient(
          (x) => avgPool2d(x, options),
          input,
          (dOutput) => avgPool2dBackward(dOutput, input, options),
        );
        const dOutput = seededVolume(avgPool2d(input, options).shape, 7);
        const [theirs] = tfGradients(dOutput, [input], (x) => tfAvgPool('avg', x, options));
        assertClose(avgPool2dBackward(dOutput, input, options), theirs!);
      }),
      { numRuns: 50 },
    );
  });

  it('names itself in its errors', () => {
    assert.throws(
      () => avgPool2d(course, { poolSize: 5 }),
      /^RangeError: Impossible de sous-échantillonner l'image par moyenne\u00a0: la fenêtre fait/,
    );
    assert.throws(
      () => avgPool2dBackward([[1]], course, { poolSize: 2 }),
      /^RangeError: Impossible de calculer le gradient de avgPool2d\u00a0: /,
    );
  });
});
