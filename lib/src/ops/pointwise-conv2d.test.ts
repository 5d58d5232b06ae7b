import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { sides, upTo } from '../testing/arbitraries';
import { checkGradient } from '../testing/check-gradient';
import { seededVolume } from '../testing/seeded-volume';
import { assertClose, tfCompute, tfGradients, tfjs } from '../testing/tfjs-oracle';
import { Volume } from '../volume/volume';
import { pointwiseConv2d, pointwiseConv2dBackward } from './pointwise-conv2d';

const pointwise = (dtype: 'float32' | 'float64') =>
  fc
    .record({
      batch: upTo(2),
      side: sides(5),
      channels: upTo(4),
      filters: upTo(4),
      stride: upTo(3),
      seed: upTo(0xffff, 0),
    })
    .map(({ batch, side, channels, filters, stride, seed }) => ({
      input: seededVolume([batch, ...side, channels], seed, { dtype }),
      kernel: seededVolume([channels, filters], seed + 1, { dtype }),
      options: { stride, bias: seededVolume([filters], seed + 2, { dtype }) },
    }));

describe('pointwiseConv2d()', () => {
  // Two columns of three channels.
  const pixels = [
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
  ];

  it('weighs the channels of each pixel for itself', () => {
    const kernel = [
      [1, 0],
      [10, 0],
      [100, 1],
    ];
    assert.deepEqual(pointwiseConv2d(pixels, kernel), [
      [
        [321, 3],
        [654, 6],
      ],
    ]);
    assert.deepEqual(pointwiseConv2d(pixels, kernel, { stride: [1, 2], bias: [0, 0.5] }), [
      [[321, 3.5]],
    ]);
  });

  it('hands each gradient to the channels of its pixel', () => {
    const { dInput, dKernel, dBias } = pointwiseConv2dBackward([[[1], [10]]], pixels, [
      [5],
      [6],
      [7],
    ]);
    assert.deepEqual(dInput, [
      [
        [5, 6, 7],
        [50, 60, 70],
      ],
    ]);
    assert.deepEqual(dKernel, [[41], [52], [63]]);
    assert.deepEqual(dBias, [11]);
  });

  it('agrees with tfjs, forward and backward', () => {
    fc.assert(
      fc.property(pointwise('float32'), ({ input, kernel, options }) => {
        const [channels = 1, filters = 1] = kernel.shape;
        const theirs = [input, kernel.reshape([1, 1, channels, filters]), options.bias];
        const ours = pointwiseConv2d(input, kernel, options);
        assertClose(
          ours,
          tfCompute(theirs, (x, w, b) => tfjs.conv2d(x, w, options.stride, 'valid').add(b)),
        );
        const dOutput = seededVolume(ours.shape, 3, { dtype: 'float32' });
        const gradients = pointwiseConv2dBackward(dOutput, input, kernel, options);
        const [dInput, dKernel, dBias] = tfGradients(dOutput, theirs, (x, w, b) =>
          tfjs.conv2d(x, w, options.stride, 'valid').add(b),
        );
        assertClose(gradients.dInput, dInput!, 1e-5, 'dInput');
        assertClose(gradients.dKernel, dKernel!.reshape(kernel.shape), 1e-5, 'dKernel');
        assertClose(gradients.dBias, dBias!, 1e-5, 'dBias');
      }),
      { numRuns: 60 },
    );
  });

  it('has the gradients that centred differences say', () => {
    fc.assert(
      fc.property(pointwise('float64'), ({ input, kernel, options }) => {
        const gradients = (dy: Volume) => pointwiseConv2dBackward(dy, input, kernel, options);
        checkGradient(
          (at) => pointwiseConv2d(at, kernel, options),
          input,
          (dy) => gradients(dy).dInput,
        );
        checkGradient(
          (at) => pointwiseConv2d(input, at, options),
          kernel,
          (dy) => gradients(dy).dKernel,
          { name: 'dKernel' },
        );
        checkGradient(
          (bias) => pointwiseConv2d(input, kernel, { ...options, bias }),
          options.bias,
          (dy) => gradients(dy).dBias,
          { name: 'dBias' },
        );
      }),
      { numRuns: 25 },
    );
  });
});

describe('pointwiseConv2d() refuses, and says why:', () => {
  const refuse = (call: () => unknown, found: string, next: string): void => {
    const message = `Impossible de convoluer l'image par un noyau de 1\u00a0×\u00a01\u00a0: ${found}\u00a0; ${next}.`;
    assert.throws(call, { name: 'RangeError', message });
  };

  it('an image without channels', () => {
    refuse(
      // @ts-expect-error the compiler refuses it too
      () => pointwiseConv2d(Volume.zeros([3, 3]), [[1]]),
      "l'image a la forme [3, 3], de rang 2, mais il faut un rang de 3 ou 4",
      'donnez une image [hauteur, largeur, canaux] ou un lot [lot, hauteur, largeur, canaux]',
    );
  });

  it('a kernel of another rank or of other channels', () => {
    refuse(
      // @ts-expect-error the compiler refuses it too
      () => pointwiseConv2d([[[1, 2]]], Volume.zeros([1, 1, 2, 3])),
      'le noyau a la forme [1, 1, 2, 3], de rang 4, mais il faut un rang de 2',
      'donnez un noyau [2, filtres]',
    );
    refuse(
      () => pointwiseConv2d([[[1, 2]]], [[1]]),
      "l'image a 2 canaux mais le noyau en attend 1",
      'donnez un noyau [2, filtres]',
    );
  });

  it('backward, a gradient that has not the shape of the output', () => {
    assert.throws(
      () => pointwiseConv2dBackward([[[1]]], [[[1]]], [[1, 2]]),
      /^RangeError: Impossible de calculer le gradient de pointwiseConv2d\u00a0: .*\[1, 1, 1\] mais la sortie a la forme \[1, 1, 2\]/,
    );
  });
});
