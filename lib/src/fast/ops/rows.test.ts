import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import * as plain from '../../ops';
import {
  convolutions1d,
  convolutions2d,
  imageShapes,
  upTo,
  volumeOf,
} from '../../testing/arbitraries';
import { seededVolume } from '../../testing/seeded-volume';
import { Volume } from '../../volume/volume';
import * as fast from '../index';
import { bothKernels } from '../testing/both-kernels';
import { refusesAlike } from '../testing/refuses-alike';
import { same } from '../testing/same';

const float32 = { dtype: 'float32' } as const;

/** To float32's rounding, of numbers of the size of `scale`; NaN where NaN is wanted. */
function near(found: Volume, wanted: Volume, scale = 1): void {
  assert.deepEqual(found.shape, wanted.shape);
  const far = found.data.findIndex((value, i) => {
    const target = wanted.data[i]!;
    return !Object.is(value, target) && !(Math.abs(value - target) <= 1e-6 * scale);
  });
  assert.equal(far, -1, `${found.data[far]} at ${far}, not ${wanted.data[far]}`);
}

const logits = fc
  .tuple(upTo(5), upTo(13))
  .chain(([rows, columns]) => volumeOf([rows, columns], float32));
const temperatures = fc.constantFrom(0.5, 1, 3);

describe('fast softmax and losses', () => {
  for (const name of ['softmax', 'logSoftmax'] as const) {
    bothKernels(`${name} is that of ops, forward and backward, at any temperature`, () => {
      fc.assert(
        fc.property(logits, temperatures, (z, temperature) => {
          const options = { temperature };
          near(fast[name](z, options), plain[name](z, options), 10);
          const dOutput = seededVolume(z.shape, 9, float32);
          const dLogits = plain[`${name}Backward`](dOutput, z, options);
          near(fast[`${name}Backward`](dOutput, z, options), dLogits, 20);
        }),
        { numRuns: 100 },
      );
    });

    bothKernels(`${name} bears large logits, and lets NaN through`, () => {
      const z = Volume.from(
        [
          [1000, 1001, -1000],
          [0, NaN, 1],
          [-5000, -5000, -5000],
        ],
        'float32',
      );
      near(fast[name](z), plain[name](z), 1000);
    });
  }

  bothKernels(
    'crossEntropyFromLogits is that of ops, for class numbers and for probabilities',
    () => {
      fc.assert(
        fc.property(logits, upTo(1000), (z, seed) => {
          const [rows = 1, classes = 1] = z.shape;
          const numbers = Array.from({ length: rows }, (_, i) => (seed * (i + 7)) % classes);
          for (const labels of [numbers, plain.oneHot(numbers, classes)]) {
            const wanted = plain.crossEntropyFromLogits(z, labels);
            const loss = fast.crossEntropyFromLogits(z, labels);
            assert.ok(Math.abs(loss - wanted) <= 1e-5, `${loss}, not ${wanted}`);
            const dLogits = plain.crossEntropyFromLogitsBackward(2, z, labels);
            near(fast.crossEntropyFromLogitsBackward(2, z, labels), dLogits);
          }
        }),
        { numRuns: 60 },
      );
    },
  );

  it('flatten is that of ops, and its gradient', () => {
    const images = imageShapes().chain((shape) => volumeOf(shape, float32));
    fc.assert(
      fc.property(images, (image) => {
        const flat: Volume = plain.flatten(image);
        same(fast.flatten(image), flat);
        same(fast.flattenBackward(flat, image), image);
      }),
    );
  });

  bothKernels('trueConv1d and trueConv2d are those of ops in any random case', () => {
    fc.assert(
      fc.property(convolutions1d(float32), convolutions2d(float32), (one, two) => {
        const output1: Volume = plain.trueConv1d(one.input, one.kernel, one.options);
        same(fast.trueConv1d(one.input, one.kernel, one.options), output1);
        const d1 = seededVolume(output1.shape, 9, float32);
        same(
          { ...fast.trueConv1dBackward(d1, one.input, one.kernel, one.options) },
          { ...plain.trueConv1dBackward(d1, one.input, one.kernel, one.options) },
        );
        const output2: Volume = plain.trueConv2d(two.input, two.kernel, two.options);
        same(fast.trueConv2d(two.input, two.kernel, two.options), output2);
        const d2 = seededVolume(output2.shape, 9, float32);
        same(
          { ...fast.trueConv2dBackward(d2, two.input, two.kernel, two.options) },
          { ...plain.trueConv2dBackward(d2, two.input, two.kernel, two.options) },
        );
      }),
      { numRuns: 60 },
    );
  });

  it('read their arguments as the plain operations do: the same errors', () => {
    const z = seededVolume([2, 3], 1, float32);
    refusesAlike(
      () => fast.softmax(z, { temperature: 0 }),
      () => plain.softmax(z, { temperature: 0 }),
    );
    refusesAlike(
      () => fast.logSoftmaxBackward(seededVolume([3, 2], 1, float32), z),
      () => plain.logSoftmaxBackward(seededVolume([3, 2], 1, float32), z),
    );
    refusesAlike(
      () => fast.crossEntropyFromLogits(z, [0, 3]),
      () => plain.crossEntropyFromLogits(z, [0, 3]),
    );
    refusesAlike(
      () => fast.flatten(seededVolume([3], 1, float32)),
      () => plain.flatten(seededVolume([3], 1, float32)),
    );
    refusesAlike(
      () => fast.trueConv2d(z, seededVolume([4, 4], 1, float32)),
      () => plain.trueConv2d(z, seededVolume([4, 4], 1, float32)),
    );
  });
});
