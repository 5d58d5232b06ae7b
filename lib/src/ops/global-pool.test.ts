import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { imageShapes } from '../testing/arbitraries';
import { checkGradient } from '../testing/check-gradient';
import { seededVolume } from '../testing/seeded-volume';
import { assertClose, tfCompute, tfGradients, tfjs } from '../testing/tfjs-oracle';
import { globalAvgPool2d, globalAvgPool2dBackward } from './global-avg-pool2d';
import { globalMaxPool2d, globalMaxPool2dBackward } from './global-max-pool2d';
import { globalSumPool2d, globalSumPool2dBackward } from './global-sum-pool2d';

const kinds = [
  { name: 'globalMaxPool2d', pool: globalMaxPool2d, back: globalMaxPool2dBackward, tf: tfjs.max },
  { name: 'globalAvgPool2d', pool: globalAvgPool2d, back: globalAvgPool2dBackward, tf: tfjs.mean },
  { name: 'globalSumPool2d', pool: globalSumPool2d, back: globalSumPool2dBackward, tf: tfjs.sum },
];

const image = [
  [[1, -8], [2, -7]],
  [[3, -6], [6, -3]],
]; // prettier-ignore

describe('global pooling', () => {
  it('makes one number of each channel: its maximum, its mean, its sum', () => {
    assert.deepEqual(globalMaxPool2d(image), [6, -3]);
    assert.deepEqual(globalAvgPool2d(image), [3, -6]);
    assert.deepEqual(globalSumPool2d(image), [12, -24]);
  });

  it('gives [1] for an image without channels, [batch, channels] for a batch', () => {
    assert.deepEqual(globalAvgPool2d([[1, 2, 6]]), [3]);
    assert.deepEqual(globalMaxPool2d([image, [[[5, 4], [3, 2]], [[1, 0], [0, 9]]]]), [[6, -3], [5, 9]]); // prettier-ignore
  });

  it('sends the gradient to the largest cell, in equal shares, whole to each', () => {
    const matrix = [[1, 5], [2, 2]]; // prettier-ignore
    assert.deepEqual(globalMaxPool2dBackward([8], matrix), [[0, 8], [0, 0]]); // prettier-ignore
    assert.deepEqual(globalAvgPool2dBackward([8], matrix), [[2, 2], [2, 2]]); // prettier-ignore
    assert.deepEqual(globalSumPool2dBackward([8], matrix), [[8, 8], [8, 8]]); // prettier-ignore
  });

  it('lets NaN through to its channel alone', () => {
    for (const { pool } of kinds) assert.deepEqual(pool([[[NaN, 4]]]), [NaN, 4]);
  });

  for (const { name, pool, back, tf } of kinds) {
    it(`${name}() agrees with tfjs and with centred differences, on any shape`, () => {
      fc.assert(
        fc.property(imageShapes(5, 3, 2), (shape) => {
          const input = seededVolume(shape, 5, { apart: true });
          checkGradient(pool, input, (dOutput) => back(dOutput, input));
          const axes = shape.length === 4 ? [1, 2] : [0, 1];
          const last = shape.length === 2 ? [1] : pool(input).shape;
          const operation = (x: Parameters<typeof tf>[0]) => tfjs.reshape(tf(x, axes), [...last]);
          assertClose(pool(input), tfCompute([input], operation));
          const dOutput = seededVolume(last, 7);
          const [theirs] = tfGradients(dOutput, [input], operation);
          assertClose(back(dOutput, input), theirs!);
        }),
        { numRuns: 30 },
      );
    });
  }

  it('refuses another rank, and a gradient of another shape', () => {
    assert.throws(
      () => globalAvgPool2d([1, 2] as any),
      new RangeError(
        "Impossible de réduire l'image à sa moyenne\u00a0: l'image a la forme [2], de rang 1, mais il faut un rang de 2, 3 ou 4\u00a0; donnez une image [hauteur, largeur], [hauteur, largeur, canaux] ou un lot [lot, hauteur, largeur, canaux].",
      ),
    );
    assert.throws(
      () => globalMaxPool2dBackward([1], image),
      new RangeError(
        'Impossible de calculer le gradient de globalMaxPool2d\u00a0: le gradient de la sortie (dOutput) a la forme [1] mais la sortie a la forme [2]\u00a0; donnez un gradient de la forme de la sortie.',
      ),
    );
  });
});
