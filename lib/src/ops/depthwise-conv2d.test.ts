import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { paddings, sides, steps, upTo } from '../testing/arbitraries';
import { checkGradient } from '../testing/check-gradient';
import { seededVolume } from '../testing/seeded-volume';
import { tfDepthwiseConv2d } from '../testing/tfjs-convolutions';
import { assertClose, tfCompute, tfGradients } from '../testing/tfjs-oracle';
import { Volume } from '../volume/volume';
import { conv2d } from './conv2d';
import { depthwiseConv2d, depthwiseConv2dBackward } from './depthwise-conv2d';

/** Any depthwise convolution; TensorFlow wants the same stride on both axes. */
const depthwise = (dtype: 'float32' | 'float64', maxSide: number) =>
  fc
    .record({
      batch: upTo(2),
      side: sides(maxSide),
      channels: upTo(3),
      multiplier: upTo(3),
      kernelSide: sides(3),
      stride: upTo(3),
      dilation: steps(2),
      padding: paddings(),
      seed: upTo(0xffff, 0),
    })
    .filter(({ side, kernelSide, padding }) => {
      // Reaches of 5 at most, in an image that may be as small: leave out what cannot fit.
      if (padding === 'same') return true;
      return kernelSide.every((size, axis) => (size - 1) * 2 < side[axis]!);
    })
    .map(({ batch, side, channels, multiplier, kernelSide, seed, ...options }) => ({
      input: seededVolume([batch, ...side, channels], seed, { dtype }),
      kernel: seededVolume([...kernelSide, channels, multiplier], seed + 1, { dtype }),
      bias: seededVolume([channels * multiplier], seed + 2, { dtype }),
      options,
    }));

describe('depthwiseConv2d()', () => {
  // One row of three pixels, two channels.
  const image = [
    [
      [1, 10],
      [2, 20],
      [3, 30],
    ],
  ];

  it('convolves each channel by its own filter and sums none', () => {
    const kernel = [
      [
        [[1], [1]],
        [[1], [-1]],
      ],
    ]; // [1, 2, 2, 1]
    assert.deepEqual(depthwiseConv2d(image, kernel), [
      [
        [3, -10],
        [5, -10],
      ],
    ]);
  });

  it('lays the maps of one channel side by side, then those of the next', () => {
    const kernel = [
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    ];
    assert.deepEqual(depthwiseConv2d([[[1, 10]]], kernel, { bias: [0, 0, 0, 0.5] }), [
      [[1, 2, 30, 40.5]],
    ]);
  });

  it('is what conv2d gives each channel alone', () => {
    const input = seededVolume([6, 5, 3], 1);
    const kernel = seededVolume([3, 2, 3, 1], 2);
    const options = { stride: [2, 1], padding: 'same', dilation: 2 } as const;
    const together = depthwiseConv2d(input, kernel, options);
    for (const channel of [0, 1, 2]) {
      const one = ({ data, shape }: Volume, width: number): Volume =>
        new Volume(
          shape.slice(0, 2),
          data.filter((_, i) => i % width === channel),
        );
      assert.deepEqual(one(together, 3), conv2d(one(input, 3), one(kernel, 3), options));
    }
  });

  it('gives back the kind it was given, and the type of number', () => {
    const output = depthwiseConv2d(Volume.from(image, 'float32'), [[[[1], [1]]]]);
    assert.equal(output.dtype, 'float32');
    assert.deepEqual(output.shape, [1, 3, 2]);
  });

  it('agrees with tfjs, forward and backward', () => {
    fc.assert(
      fc.property(depthwise('float32', 7), ({ input, kernel, bias, options }) => {
        const ours = depthwiseConv2d(input, kernel, { ...options, bias });
        const theirs = tfCompute([input, kernel, bias], (x, w, b) =>
          tfDepthwiseConv2d(x, w, options).add(b),
        );
        assertClose(ours, theirs);
        const dOutput = seededVolume(ours.shape, 3, { dtype: 'float32' });
        const gradients = depthwiseConv2dBackward(dOutput, input, kernel, { ...options, bias });
        const [dInput, dKernel, dBias] = tfGradients(dOutput, [input, kernel, bias], (x, w, b) =>
          tfDepthwiseConv2d(x, w, options).add(b),
        );
        assertClose(gradients.dInput, dInput!, 1e-5, 'dInput');
        assertClose(gradients.dKernel, dKernel!, 1e-5, 'dKernel');
        assertClose(gradients.dBias, dBias!, 1e-5, 'dBias');
      }),
      { numRuns: 80 },
    );
  });

  it('has the gradients that centred differences say', () => {
    fc.assert(
      fc.property(depthwise('float64', 5), ({ input, kernel, bias, options: shared }) => {
        const options = { ...shared, bias };
        const gradients = (dy: Volume) => depthwiseConv2dBackward(dy, input, kernel, options);
        checkGradient(
          (at) => depthwiseConv2d(at, kernel, options),
          input,
          (dy) => gradients(dy).dInput,
        );
        checkGradient(
          (at) => depthwiseConv2d(input, at, options),
          kernel,
          (dy) => gradients(dy).dKernel,
          { name: 'dKernel' },
        );
        checkGradient(
          (at) => depthwiseConv2d(input, kernel, { ...shared, bias: at }),
          bias,
          (dy) => gradients(dy).dBias,
          { name: 'dBias' },
        );
      }),
      { numRuns: 25 },
    );
  });
});

describe('depthwiseConv2d() refuses, and says why:', () => {
  const refuse = (call: () => unknown, found: string, next: string): void => {
    const message = `Impossible de convoluer l'image canal par canal\u00a0: ${found}\u00a0; ${next}.`;
    assert.throws(call, { name: 'RangeError', message });
  };

  it('an image without channels', () => {
    refuse(
      // @ts-expect-error the compiler refuses it too
      () => depthwiseConv2d(Volume.zeros([3, 3]), Volume.zeros([2, 2, 1, 1])),
      "l'image a la forme [3, 3], de rang 2, mais il faut un rang de 3 ou 4",
      'donnez une image [hauteur, largeur, canaux] ou un lot [lot, hauteur, largeur, canaux]',
    );
  });

  it('a kernel of another rank or of other channels', () => {
    refuse(
      // @ts-expect-error the compiler refuses it too
      () => depthwiseConv2d(Volume.zeros([3, 3, 2]), Volume.zeros([2, 2])),
      'le noyau a la forme [2, 2], de rang 2, mais il faut un rang de 4',
      'donnez un noyau [hauteur, largeur, 2, multiplicateur]',
    );
    refuse(
      // @ts-expect-error the compiler refuses it too
      () => depthwiseConv2d(Volume.zeros([3, 3, 2]), Volume.zeros([2, 2, 1, 2])),
      "l'image a 2 canaux mais le noyau en attend 1",
      'donnez un noyau [hauteur, largeur, 2, multiplicateur]',
    );
  });

  it('a bias that has not one number a map', () => {
    refuse(
      () => depthwiseConv2d(Volume.zeros([1, 1, 2]), Volume.zeros([1, 1, 2, 2]), { bias: [1, 2] }),
      'le biais a la forme [2] mais il y a 4 filtres',
      'donnez un biais de 4 nombres, un par filtre',
    );
  });

  it('backward, a gradient that has not the shape of the output', () => {
    assert.throws(
      () => depthwiseConv2dBackward([[[1]]], [[[1, 2]]], [[[[1], [1]]]]),
      /^RangeError: Impossible de calculer le gradient de depthwiseConv2d\u00a0: .*\[1, 1, 1\] mais la sortie a la forme \[1, 1, 2\]/,
    );
  });
});
