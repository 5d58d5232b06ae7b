import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import * as plain from '../../ops';
import { imageShapes, volumeOf } from '../../testing/arbitraries';
import { poolings } from '../../testing/poolings';
import { seededVolume } from '../../testing/seeded-volume';
import { Volume } from '../../volume/volume';
import * as fast from '../index';
import { bothKernels } from '../testing/both-kernels';
import { same } from '../testing/same';

/** float32 sums of sixteenths are exact; means are rounded, by both in the same way or nearly. */
function near(found: Volume, wanted: Volume): void {
  assert.deepEqual(found.shape, wanted.shape);
  const far = found.data.findIndex((value, i) => !(Math.abs(value - wanted.data[i]!) <= 1e-6));
  assert.equal(far, -1, `${found.data[far]} at ${far}, not ${wanted.data[far]}`);
}

describe('fast pooling', () => {
  for (const [name, compare] of [
    ['maxPool2d', same],
    ['sumPool2d', same],
    ['avgPool2d', near],
  ] as const) {
    bothKernels(`${name} is that of ops, forward and backward, in any random case`, () => {
      fc.assert(
        fc.property(poolings({ dtype: 'float32' }), ({ input, options }) => {
          const output = plain[name](input, options);
          compare(fast[name](input, options), output);
          const dOutput = seededVolume(output.shape, 9, { dtype: 'float32' });
          const dInput = plain[`${name}Backward`](dOutput, input, options);
          compare(fast[`${name}Backward`](dOutput, input, options), dInput);
        }),
        { numRuns: 100 },
      );
    });
  }

  for (const name of ['globalMaxPool2d', 'globalAvgPool2d', 'globalSumPool2d'] as const) {
    bothKernels(`${name} is that of ops for images and batches`, () => {
      const images = imageShapes(9, 11).chain((shape) => volumeOf(shape, { dtype: 'float32' }));
      fc.assert(
        fc.property(images, (input) => {
          const output: Volume = plain[name](input);
          near(fast[name](input), output);
          const dOutput = seededVolume(output.shape, 9, { dtype: 'float32' });
          near(fast[`${name}Backward`](dOutput, input), plain[`${name}Backward`](dOutput, input));
        }),
        { numRuns: 50 },
      );
    });
  }

  bothKernels('maxPool2d finds the largest among equal, negative and missing numbers', () => {
    const input = Volume.from(
      [
        [-3, -3, NaN],
        [-5, -3, NaN],
        [1, NaN, 2],
      ],
      'float32',
    );
    const options = { poolSize: 2, stride: 1 };
    same(fast.maxPool2d(input, options), plain.maxPool2d(input, options));
    const dOutput = Volume.from(
      [
        [1, 2],
        [4, 8],
      ],
      'float32',
    );
    const dInput = plain.maxPool2dBackward(dOutput, input, options);
    assert.deepEqual(dInput.toNested(2), [
      [1, 0, 2],
      [0, 0, 8],
      [0, 4, 0],
    ]);
    same(fast.maxPool2dBackward(dOutput, input, options), dInput);
  });

  it('reads its arguments as the plain operations do: the same errors', () => {
    const image = seededVolume([5, 5, 2], 1, { dtype: 'float32' });
    for (const options of [{ poolSize: 0 }, { poolSize: 9 }, { poolSize: 2, stride: -1 }]) {
      const textOf = (pool: typeof plain.maxPool2d | typeof fast.maxPool2d): string => {
        try {
          pool(image, options);
          return 'no error';
        } catch (error) {
          return (error as Error).message;
        }
      };
      assert.match(textOf(plain.maxPool2d), /^Impossible de sous-échantillonner/);
      assert.equal(textOf(fast.maxPool2d), textOf(plain.maxPool2d));
    }
  });
});
