import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { convolutions2d } from '../testing/arbitraries';
import { checkGradient } from '../testing/check-gradient';
import { seededVolume } from '../testing/seeded-volume';
import { tfConv2d } from '../testing/tfjs-convolutions';
import { assertClose, tfGradients } from '../testing/tfjs-oracle';
import { Volume } from '../volume/volume';
import { conv2d, conv2dBackward } from './conv2d';

describe('conv2dBackward()', () => {
  const image = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  const kernel = [
    [1, 10],
    [100, 1000],
  ];

  it('hands the gradient to each pixel times its weight, to each weight times its pixel', () => {
    const { dInput, dKernel, dBias } = conv2dBackward([[1, 2]], image, kernel);
    assert.deepEqual(dInput, [
      [1, 10 + 2, 20],
      [100, 1000 + 200, 2000],
    ]);
    assert.deepEqual(dKernel, [
      [1 + 2 * 2, 2 + 2 * 3],
      [4 + 2 * 5, 5 + 2 * 6],
    ]);
    assert.deepEqual(dBias, [3]);
  });

  it('leaves at 0 the pixels that a stride passes over, and the weights that see only padding', () => {
    const dInput = conv2dBackward([[1, 1]], image, [[7]], { stride: 2 }).dInput;
    assert.deepEqual(dInput, [
      [7, 0, 7],
      [0, 0, 0],
    ]);
    const padding = { top: 0, bottom: 0, left: 1, right: 0 };
    const { dKernel } = conv2dBackward([[3]], [[5]], [[2, 4]], { padding });
    assert.deepEqual(dKernel, [[0, 15]]);
  });

  it('sums the bias over places and batch, one number a filter', () => {
    const input = Volume.zeros([2, 1, 2, 1]);
    const dOutput = Volume.from([
      [
        [
          [1, 10],
          [2, 20],
        ],
      ],
      [
        [
          [3, 30],
          [4, 40],
        ],
      ],
    ]);
    const { dBias } = conv2dBackward(dOutput, input, Volume.zeros([1, 1, 1, 2]));
    assert.deepEqual(dBias.toNested(1), [10, 100]);
  });

  it('gives each gradient in the kind and the type of number of what it belongs to', () => {
    const x = Volume.from(image, 'float32');
    const { dInput, dKernel, dBias } = conv2dBackward([[1, 2]], x, kernel);
    assert.equal(dInput.dtype, 'float32');
    assert.deepEqual(dInput.shape, [2, 3]);
    assert.ok(Array.isArray(dKernel) && Array.isArray(dBias));
    const volumes = conv2dBackward([[1, 2]], image, Volume.from(kernel, 'float32'));
    assert.deepEqual([volumes.dKernel.dtype, volumes.dBias.dtype], ['float32', 'float32']);
  });

  it('sums in float64 even for float32: small gradients beside a large one are not lost', () => {
    const ones = (length: number): Volume =>
      new Volume([1, length, 1], new Float32Array(length).fill(1));
    const dOutput = ones(1001);
    dOutput.data[0] = 2 ** 24;
    const { dBias, dKernel } = conv2dBackward(
      dOutput,
      ones(1001),
      Volume.from([[[[1]]]], 'float32'),
    );
    assert.equal(dBias.data[0], 2 ** 24 + 1000);
    assert.equal(dKernel.data[0], 2 ** 24 + 1000);
  });

  it('lets NaN through to what it touched, and to nothing else', () => {
    const { dInput, dKernel } = conv2dBackward([[NaN, 1]], [[1, 2]], [[3]]);
    assert.deepEqual(dInput, [[NaN, 3]]);
    assert.deepEqual(dKernel, [[NaN]]);
  });

  it('leaves its arguments as they were', () => {
    const x = structuredClone(image);
    const w = structuredClone(kernel);
    conv2dBackward([[1, 2]], x, w, { bias: [1] });
    assert.deepEqual([x, w], [image, kernel]);
  });

  it('is what centred differences say, for input, kernel and bias, in any convolution', () => {
    fc.assert(
      fc.property(convolutions2d({}, { maxSide: 5 }), ({ input, kernel: w, options }) => {
        const gradients = (dy: Volume) => conv2dBackward(dy, input, w, options);
        checkGradient(
          (at) => conv2d(at, w, options),
          input,
          (dy) => gradients(dy).dInput,
        );
        checkGradient(
          (at) => conv2d(input, at, options),
          w,
          (dy) => gradients(dy).dKernel,
          {
            name: 'dKernel',
          },
        );
        checkGradient(
          (bias) => conv2d(input, w, { ...options, bias }),
          options.bias,
          (dy) => gradients(dy).dBias,
          { name: 'dBias' },
        );
      }),
      { numRuns: 25 },
    );
  });

  it('gives the gradients that tfjs finds, in any convolution', () => {
    fc.assert(
      fc.property(convolutions2d({ dtype: 'float32' }), ({ input, kernel: w, options }) => {
        const dOutput = seededVolume(conv2d(input, w, options).shape, 5, { dtype: 'float32' });
        const ours = conv2dBackward(dOutput, input, w, options);
        const [dInput, dKernel, dBias] = tfGradients(dOutput, [input, w, options.bias], (x, k, b) =>
          tfConv2d(x, k, options).add(b),
        );
        assertClose(ours.dInput, dInput!, 1e-5, 'dInput');
        assertClose(ours.dKernel, dKernel!, 1e-5, 'dKernel');
        assertClose(ours.dBias, dBias!, 1e-5, 'dBias');
      }),
      { numRuns: 100 },
    );
  });

  it('is linear in both factors: the loss is each of them times its own gradient', () => {
    const dot = (a: Volume, b: Volume): number => {
      let sum = 0;
      for (let i = 0; i < a.size; i++) sum += a.data[i]! * b.data[i]!;
      return sum;
    };
    fc.assert(
      fc.property(convolutions2d({}, { maxSide: 12 }), ({ input, kernel: w, options }) => {
        const plain = { ...options, bias: undefined };
        const output = conv2d(input, w, plain);
        const dOutput = seededVolume(output.shape, 7);
        const { dInput, dKernel } = conv2dBackward(dOutput, input, w, plain);
        // Equal to the last digit: the numbers are sixteenths.
        assert.equal(dot(input, dInput), dot(output, dOutput));
        assert.equal(dot(w, dKernel), dot(output, dOutput));
      }),
    );
  });
});

describe('conv2dBackward() refuses, and says why:', () => {
  const refuse = (call: () => unknown, found: string, next: string): void => {
    const message = `Impossible de calculer le gradient de conv2d\u00a0: ${found}\u00a0; ${next}.`;
    assert.throws(call, { name: 'RangeError', message });
  };

  it('a gradient that has not the shape of the output', () => {
    refuse(
      () => conv2dBackward([[1, 2]], [[1, 2]], [[1, 1]]),
      'le gradient de la sortie (dOutput) a la forme [1, 2] mais la sortie a la forme [1, 1]',
      'donnez un gradient de la forme de la sortie',
    );
  });

  it('what conv2d refuses', () => {
    refuse(
      () => conv2dBackward([[1]], [[1]], [[1, 1]]),
      "le noyau fait 1\u00a0×\u00a02 mais l'image, remplissage compris, fait 1\u00a0×\u00a01",
      "utilisez padding: 'same' ou un noyau d'au plus 1\u00a0×\u00a01",
    );
    refuse(
      () => conv2dBackward([[1]], [[1]], [[1]], { bias: [1, 2] }),
      'le biais a la forme [2] mais il y a 1 filtre',
      'donnez un biais de 1 nombre, un par filtre',
    );
  });
});
