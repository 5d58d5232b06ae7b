import { strict as assert } from 'node:assert';

import type { Tensor3D } from '@tensorflow/tfjs';
import fc from 'fast-check';

import { convolutions1d, convolutions2d } from '../testing/arbitraries';
import { checkGradient } from '../testing/check-gradient';
import { seededVolume } from '../testing/seeded-volume';
import { tfConv1d, tfConv2d } from '../testing/tfjs-convolutions';
import {
  assertClose,
  tfCompute,
  tfGradients,
  tfjs,
  type TensorOperation,
} from '../testing/tfjs-oracle';
import { Volume } from '../volume/volume';
import { conv1d } from './conv1d';
import { conv2d } from './conv2d';
import { flipKernel } from './flip-kernel';
import { trueConv1d, trueConv1dBackward } from './true-conv1d';
import { trueConv2d, trueConv2dBackward } from './true-conv2d';

describe('trueConv1d()', () => {
  it('replaces a single 1 by the kernel itself, which conv1d gives back to front', () => {
    assert.deepEqual(trueConv1d([0, 0, 1, 0, 0], [1, 2, 3]), [1, 2, 3]);
    assert.deepEqual(conv1d([0, 0, 1, 0, 0], [1, 2, 3]), [3, 2, 1]);
  });

  it('multiplies polynomials: (1 + 2x)(3 + 4x + 5x²) = 3 + 10x + 13x² + 10x³', () => {
    assert.deepEqual(trueConv1d([1, 2], [3, 4, 5], { padding: 2 }), [3, 10, 13, 10]);
  });

  it('lets signal and kernel change places, where conv1d turns the result around', () => {
    const lengths = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(lengths, fc.nat(), ([m, n], seed) => {
        const a = seededVolume([m], seed);
        const b = seededVolume([n], seed + 1);
        const [before, after] = [{ padding: n - 1 }, { padding: m - 1 }];
        assert.deepEqual(trueConv1d(a, b, before), trueConv1d(b, a, after));
        assert.deepEqual([...conv1d(a, b, before).data], [...conv1d(b, a, after).data].reverse());
      }),
    );
  });

  it('is conv1d of the flipped kernel, with every option', () => {
    fc.assert(
      fc.property(convolutions1d(), ({ input, kernel, options }) => {
        const flipped = flipKernel(kernel);
        assert.deepEqual(
          trueConv1d(input, kernel, options).data,
          conv1d(input, flipped, options).data,
        );
      }),
    );
  });

  it('has the gradients that centred differences say', () => {
    fc.assert(
      fc.property(convolutions1d(), ({ input, kernel, options }) => {
        const gradients = (dy: Volume) => trueConv1dBackward(dy, input, kernel, options);
        checkGradient(
          (at) => trueConv1d(at, kernel, options),
          input,
          (dy) => gradients(dy).dInput,
        );
        checkGradient(
          (at) => trueConv1d(input, at, options),
          kernel,
          (dy) => gradients(dy).dKernel,
          { name: 'dKernel' },
        );
        checkGradient(
          (bias) => trueConv1d(input, kernel, { ...options, bias }),
          options.bias,
          (dy) => gradients(dy).dBias,
          { name: 'dBias' },
        );
      }),
      { numRuns: 30 },
    );
  });

  it('agrees with tfjs convolving by the kernel turned around, and so do its gradients', () => {
    fc.assert(
      fc.property(convolutions1d({ dtype: 'float32' }), ({ input, kernel, options }) => {
        const given = [input, kernel, options.bias];
        const operation: TensorOperation = (x, w, b) =>
          tfConv1d(
            x as unknown as Tensor3D,
            tfjs.reverse(w as unknown as Tensor3D, [0]),
            options,
          ).add(b);
        const output = trueConv1d(input, kernel, options);
        assertClose(output, tfCompute(given, operation));
        const dOutput = seededVolume(output.shape, 5, { dtype: 'float32' });
        const ours = trueConv1dBackward(dOutput, input, kernel, options);
        const [dInput, dKernel, dBias] = tfGradients(dOutput, given, operation);
        assertClose(ours.dInput, dInput!, 1e-5, 'dInput');
        assertClose(ours.dKernel, dKernel!, 1e-5, 'dKernel');
        assertClose(ours.dBias, dBias!, 1e-5, 'dBias');
      }),
      { numRuns: 50 },
    );
  });

  it('refuses what conv1d refuses, in its own name', () => {
    assert.throws(() => trueConv1d([1], [1, 2]), {
      name: 'RangeError',
      message:
        "Impossible de convoluer le signal par le noyau retourné\u00a0: le noyau a une longueur de 2 mais le signal, remplissage compris, a une longueur de 1\u00a0; utilisez padding: 'same' ou un noyau de longueur 1 au plus.",
    });
    assert.throws(
      () => trueConv1dBackward([1, 2], [1], [1]),
      /^RangeError: Impossible de calculer le gradient de trueConv1d\u00a0: .*\[2\] mais la sortie/,
    );
  });
});

describe('trueConv2d()', () => {
  const kernel = [
    [1, 2, 3],
    [4, 5, 6],
  ];

  it('replaces a single 1 by the kernel itself, which conv2d gives turned by half a turn', () => {
    const dot = [
      [0, 0, 0, 0, 0],
      [0, 0, 1, 0, 0],
      [0, 0, 0, 0, 0],
    ];
    assert.deepEqual(trueConv2d(dot, kernel), kernel);
    assert.deepEqual(conv2d(dot, kernel), [
      [6, 5, 4],
      [3, 2, 1],
    ]);
  });

  it('hands the kernel a gradient that lies as the kernel does', () => {
    const { dKernel } = trueConv2dBackward([[1]], kernel, [
      [0, 0, 0],
      [0, 0, 0],
    ]);
    assert.deepEqual(dKernel, [
      [6, 5, 4],
      [3, 2, 1],
    ]);
  });

  it('is conv2d of the flipped kernel, with every option', () => {
    fc.assert(
      fc.property(convolutions2d(), ({ input, kernel: w, options }) => {
        assert.deepEqual(
          trueConv2d(input, w, options).data,
          conv2d(input, flipKernel(w), options).data,
        );
      }),
    );
  });

  it('has the gradients that centred differences say', () => {
    fc.assert(
      fc.property(convolutions2d({}, { maxSide: 5 }), ({ input, kernel: w, options }) => {
        const gradients = (dy: Volume) => trueConv2dBackward(dy, input, w, options);
        checkGradient(
          (at) => trueConv2d(at, w, options),
          input,
          (dy) => gradients(dy).dInput,
        );
        checkGradient(
          (at) => trueConv2d(input, at, options),
          w,
          (dy) => gradients(dy).dKernel,
          { name: 'dKernel' },
        );
        checkGradient(
          (bias) => trueConv2d(input, w, { ...options, bias }),
          options.bias,
          (dy) => gradients(dy).dBias,
          { name: 'dBias' },
        );
      }),
      { numRuns: 15 },
    );
  });

  it('agrees with tfjs convolving by the kernel turned around, and so do its gradients', () => {
    fc.assert(
      fc.property(convolutions2d({ dtype: 'float32' }), ({ input, kernel, options }) => {
        const given = [input, kernel, options.bias];
        const operation: TensorOperation = (x, w, b) =>
          tfConv2d(x, tfjs.reverse(w, [0, 1]), options).add(b);
        const output = trueConv2d(input, kernel, options);
        assertClose(output, tfCompute(given, operation));
        const dOutput = seededVolume(output.shape, 5, { dtype: 'float32' });
        const ours = trueConv2dBackward(dOutput, input, kernel, options);
        const [dInput, dKernel, dBias] = tfGradients(dOutput, given, operation);
        assertClose(ours.dInput, dInput!, 1e-5, 'dInput');
        assertClose(ours.dKernel, dKernel!, 1e-5, 'dKernel');
        assertClose(ours.dBias, dBias!, 1e-5, 'dBias');
      }),
      { numRuns: 50 },
    );
  });

  it('refuses what conv2d refuses, in its own name', () => {
    assert.throws(() => trueConv2d([[1]], [[1, 2]]), {
      name: 'RangeError',
      message:
        "Impossible de convoluer l'image par le noyau retourné\u00a0: le noyau fait 1\u00a0×\u00a02 mais l'image, remplissage compris, fait 1\u00a0×\u00a01\u00a0; utilisez padding: 'same' ou un noyau d'au plus 1\u00a0×\u00a01.",
    });
    assert.throws(
      () => trueConv2dBackward([[1, 2]], [[1]], [[1]]),
      /^RangeError: Impossible de calculer le gradient de trueConv2d\u00a0: .*\[1, 2\] mais la sortie/,
    );
  });
});
