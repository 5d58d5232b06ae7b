import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { imageShapes, volumeOf } from '../testing/arbitraries';
import { seededVolume } from '../testing/seeded-volume';
import {
  assertClose,
  tfCompute,
  tfGradients,
  tfjs,
  type TensorOperation,
} from '../testing/tfjs-oracle';
import { Volume } from '../volume/volume';
import { flatten, flattenBackward } from './flatten';

describe('flatten()', () => {
  it('lays rows one after the other, the channels of a pixel side by side', () => {
    assert.deepEqual(flatten([[1, 2, 3], [4, 5, 6]]), [1, 2, 3, 4, 5, 6]); // prettier-ignore
    assert.deepEqual(flatten([[[1, 10], [2, 20]], [[3, 30], [4, 40]]]), [1, 10, 2, 20, 3, 30, 4, 40]); // prettier-ignore
  });

  it('keeps the images of a batch apart', () => {
    assert.deepEqual(flatten([[[[1], [2]]], [[[3], [NaN]]]]), [[1, 2], [3, NaN]]); // prettier-ignore
  });

  it('gives a copy: writing into it does not change the image', () => {
    const image = Volume.from([[1, 2]], 'float32');
    const flat = flatten(image);
    flat.data[0] = 9;
    assert.equal(image.data[0], 1);
    assert.equal(flat.dtype, 'float32');
  });

  it('orders the numbers as tfjs does, and their gradients', () => {
    fc.assert(
      fc.property(imageShapes().filter((shape) => shape.length === 4).chain((shape) => volumeOf(shape)), (x) => {
        const operation: TensorOperation = (t) => tfjs.layers.flatten().apply(t) as typeof t;
        assertClose(flatten(x), tfCompute([x], operation), 0);
        const dOutput = seededVolume(flatten(x).shape, 5);
        const [theirs] = tfGradients(dOutput, [x], operation);
        assertClose(flattenBackward(dOutput, x), theirs!);
      }),
      { numRuns: 20 },
    ); // prettier-ignore
  });

  it('is undone by flattenBackward()', () => {
    assert.deepEqual(flattenBackward([1, 2, 3, 4], [[0, 0], [0, 0]]), [[1, 2], [3, 4]]); // prettier-ignore
    fc.assert(
      fc.property(imageShapes().chain((shape) => volumeOf(shape)), (x) => {
        assert.deepEqual(flattenBackward(flatten(x), x), x);
      }),
      { numRuns: 50 },
    ); // prettier-ignore
  });

  it('refuses another rank, and a gradient of another length', () => {
    assert.throws(
      () => flatten([1, 2] as any),
      new RangeError(
        "Impossible d'aplatir l'image\u00a0: l'entrée a la forme [2], de rang 1, mais il faut un rang de 2, 3 ou 4\u00a0; donnez une image [hauteur, largeur], [hauteur, largeur, canaux] ou un lot [lot, hauteur, largeur, canaux].",
      ),
    );
    assert.throws(
      () => flattenBackward([1, 2, 3], [[1, 2]]),
      new RangeError(
        'Impossible de calculer le gradient de flatten\u00a0: le gradient de la sortie (dOutput) a la forme [3] mais la sortie a la forme [2]\u00a0; donnez un gradient de la forme de la sortie.',
      ),
    );
  });
});
