import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import * as plain from '../../ops';
import { convolutions2d } from '../../testing/arbitraries';
import { Volume } from '../../volume/volume';
import * as fast from '../index';
import { bothKernels } from '../testing/both-kernels';
import { same } from '../testing/same';

const image = Volume.from(
  [
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9],
  ],
  'float32',
);

describe('im2col', () => {
  bothKernels('lays each window in a row', () => {
    const rows = [
      [1, 2, 4, 5],
      [2, 3, 5, 6],
      [4, 5, 7, 8],
      [5, 6, 8, 9],
    ];
    assert.deepEqual(fast.im2col(image, [2, 2]).toNested(2), rows);
  });

  bothKernels('lays zeros where a window reaches over the border', () => {
    const rows = fast.im2col(image, [1, 3], { padding: 'same', stride: 2 }).toNested(2);
    assert.deepEqual(rows, [
      [0, 1, 2],
      [2, 3, 0],
      [0, 7, 8],
      [8, 9, 0],
    ]);
  });

  bothKernels('times the kernel as a matrix is conv2d, in any random case', () => {
    const cases = convolutions2d({ dtype: 'float32' }).filter((c) => c.options.groups === 1);
    fc.assert(
      fc.property(cases, ({ input, kernel, options: { stride, padding, dilation, bias } }) => {
        const [height = 0, width = 0, channels = 0, filters = 0] = kernel.shape;
        const rows = fast.im2col(input, [height, width], { stride, padding, dilation });
        const product = fast.dense(rows, kernel.reshape([height * width * channels, filters]), {
          bias,
        });
        const output = plain.conv2d(input, kernel, { stride, padding, dilation, bias });
        same(product.reshape([...output.shape]), output);
      }),
      { numRuns: 60 },
    );
  });

  it('wants a window of two whole numbers, and one that fits', () => {
    assert.throws(
      () => fast.im2col(image, [2, 0]),
      new RangeError(
        "Impossible de ranger les fenêtres de l'image en lignes\u00a0: la fenêtre est [2, 0] mais il faut deux entiers d'au moins 1, [hauteur, largeur]\u00a0; donnez par exemple [3, 3].",
      ),
    );
    assert.throws(
      () => fast.im2col(image, [4, 4]),
      /^RangeError: Impossible de ranger les fenêtres/,
    );
  });
});
