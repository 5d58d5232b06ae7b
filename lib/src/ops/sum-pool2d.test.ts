import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { checkGradient } from '../testing/check-gradient';
import { poolings, tfPool } from '../testing/poolings';
import { seededVolume } from '../testing/seeded-volume';
import { assertClose, tfCompute, tfGradients, tfjs } from '../testing/tfjs-oracle';
import { Volume } from '../volume/volume';
import { avgPool2d } from './avg-pool2d';
import { sumPool2d, sumPool2dBackward } from './sum-pool2d';

const course = [
  [15, 20, 0, 35],
  [18, 0, 25, 100],
  [20, 0, 25, 0],
  [101, 75, 18, 23],
];

describe('sumPool2d()', () => {
  it("keeps the sum of each window: the course's table", () => {
    assert.deepEqual(sumPool2d(course, { poolSize: 2 }), [
      [53, 160],
      [196, 66],
    ]);
  });

  it('is avgPool2d times the area, except where a window covers padding', () => {
    assert.deepEqual(sumPool2d([[2, 4, 6]], { poolSize: [1, 2], padding: 'same' }), [[6, 6]]);
    fc.assert(
      fc.property(poolings(), ({ input, options: { poolSize, stride } }) => {
        const [height, width] = poolSize;
        fc.pre(height <= input.shape[1]! && width <= input.shape[2]!);
        const means = avgPool2d(input, { poolSize, stride });
        const sums = new Volume(
          means.shape,
          means.data.map((mean) => mean * height * width),
        );
        assertClose(sumPool2d(input, { poolSize, stride }), sums, 1e-12);
      }),
    );
  });

  it("agrees with tfjs's mean of laid zeros times the area", () => {
    fc.assert(
      fc.property(poolings(), ({ input, options }) => {
        fc.pre(options.padding !== 'same');
        const area = options.poolSize[0] * options.poolSize[1];
        const operation = (x: Parameters<typeof tfPool>[1]) =>
          tfjs.mul(tfPool('avg', x, options), area);
        assertClose(sumPool2d(input, options), tfCompute([input], operation));
        const dOutput = seededVolume(sumPool2d(input, options).shape, 7);
        const [theirs] = tfGradients(dOutput, [input], operation);
        assertClose(sumPool2dBackward(dOutput, input, options), theirs!);
      }),
    );
  });
});

describe('sumPool2dBackward()', () => {
  it('gives each cell the gradients of all windows that cover it', () => {
    const options = { poolSize: 2, stride: 1 } as const;
    const image = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]; // prettier-ignore
    assert.deepEqual(sumPool2dBackward([[1, 10], [100, 1000]], image, options), [
      [1, 11, 10],
      [101, 1111, 1010],
      [100, 1100, 1000],
    ]); // prettier-ignore
  });

  it('is what centred differences say', () => {
    fc.assert(
      fc.property(poolings(), ({ input, options }) => {
        checkGradient(
          (x) => sumPool2d(x, options),
          input,
          (dOutput) => sumPool2dBackward(dOutput, input, options),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('names itself in its errors', () => {
    assert.throws(
      () => sumPool2d(course, { poolSize: 5 }),
      /^RangeError: Impossible de sous-échantillonner l'image par somme\u00a0: /,
    );
    assert.throws(
      () => sumPool2dBackward([[1]], course, { poolSize: 2 }),
      /^RangeError: Impossible de calculer le gradient de sumPool2d\u00a0: /,
    );
  });
});
