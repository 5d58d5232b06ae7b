import { strict as assert } from 'node:assert';

import { Volume } from '../volume/volume';
import { conv2d } from './conv2d';
import { flipKernel } from './flip-kernel';

describe('flipKernel()', () => {
  it('reverses rows and columns', () => {
    assert.deepEqual(
      flipKernel([
        [1, 2, 3],
        [4, 5, 6],
      ]),
      [
        [6, 5, 4],
        [3, 2, 1],
      ],
    );
    assert.deepEqual(flipKernel([1, 2, 3]), [3, 2, 1]);
  });

  it('leaves channels and filters where they are', () => {
    const bank = Volume.from([[[[1, 2]], [[3, 4]]]]); // [1, 2, 1, 2]
    assert.deepEqual(flipKernel(bank).toNested(4), [[[[3, 4]], [[1, 2]]]]);
    assert.deepEqual(flipKernel([[[1, 2]], [[3, 4]], [[5, 6]]]), [[[5, 6]], [[3, 4]], [[1, 2]]]);
  });

  it('twice is the kernel again, and the argument stays as it was', () => {
    const kernel = [
      [1, 2],
      [3, 4],
    ];
    assert.deepEqual(flipKernel(flipKernel(kernel)), [
      [1, 2],
      [3, 4],
    ]);
    assert.deepEqual(kernel, [
      [1, 2],
      [3, 4],
    ]);
  });

  it('makes conv2d the true convolution: a single 1 is replaced by the kernel itself', () => {
    const kernel = [
      [1, 2],
      [3, 4],
    ];
    const dot = [
      [0, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
    ];
    assert.deepEqual(conv2d(dot, flipKernel(kernel)), kernel);
  });

  it('refuses a rank that is no kernel', () => {
    assert.throws(() => flipKernel(Volume.zeros([1, 1, 1, 1, 1])), {
      name: 'RangeError',
      message:
        'Impossible de retourner le noyau\u00a0: il a la forme [1, 1, 1, 1, 1], de rang 5, mais il faut un rang de 1 à 4\u00a0; donnez un noyau [longueur], [hauteur, largeur], [longueur, canaux, filtres] ou [hauteur, largeur, canaux, filtres].',
    });
  });
});
