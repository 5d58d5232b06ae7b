import { strict as assert } from 'node:assert';

import fc from 'fast-check';

import { convolutions1d } from '../testing/arbitraries';
import { checkGradient } from '../testing/check-gradient';
import { seededVolume } from '../testing/seeded-volume';
import { tfConv1d } from '../testing/tfjs-convolutions';
import { assertClose, tfGradients } from '../testing/tfjs-oracle';
import { Volume } from '../volume/volume';
import { conv1d, conv1dBackward } from './conv1d';

const three = ({ shape }: Volume): [number, number, number] => shape as [number, number, number];

describe('conv1dBackward()', () => {
  it('hands the gradient to each sample times its weight, to each weight times its sample', () => {
    const { dInput, dKernel, dBias } = conv1dBackward([1, 10, 100], [1, 2, 3, 4], [5, 6]);
    assert.deepEqual(dInput, [5, 6 + 50, 60 + 500, 600]);
    assert.deepEqual(dKernel, [1 + 20 + 300, 2 + 30 + 400]);
    assert.deepEqual(dBias, [111]);
  });

  it('keeps groups apart', () => {
    const { dInput, dKernel } = conv1dBackward([[1, 10]], [[2, 3]], [[[4, 5]]], { groups: 2 });
    assert.deepEqual(dInput, [[4, 50]]);
    assert.deepEqual(dKernel, [[[2, 30]]]);
  });

  it('gives each gradient in the kind of what it belongs to', () => {
    const { dInput, dKernel, dBias } = conv1dBackward([1], Volume.from([1, 2], 'float32'), [1, 1]);
    assert.equal(dInput.dtype, 'float32');
    assert.ok(Array.isArray(dKernel) && Array.isArray(dBias));
  });

  it('is what centred differences say, for input, kernel and bias, in any convolution', () => {
    fc.assert(
      fc.property(convolutions1d(), ({ input, kernel, options }) => {
        const gradients = (dy: Volume) => conv1dBackward(dy, input, kernel, options);
        checkGradient(
          (at) => conv1d(at, kernel, options),
          input,
          (dy) => gradients(dy).dInput,
        );
        checkGradient(
          (at) => conv1d(input, at, options),
          kernel,
          (dy) => gradients(dy).dKernel,
          {
            name: 'dKernel',
          },
        );
        checkGradient(
          (bias) => conv1d(input, kernel, { ...options, bias }),
          options.bias,
          (dy) => gradients(dy).dBias,
          { name: 'dBias' },
        );
      }),
      { numRuns: 50 },
    );
  });

  it('gives the gradients that tfjs finds, in any convolution', () => {
    fc.assert(
      fc.property(convolutions1d({ dtype: 'float32' }), ({ input, kernel, options }) => {
        const dOutput = seededVolume(conv1d(input, kernel, options).shape, 5, { dtype: 'float32' });
        const ours = conv1dBackward(dOutput, input, kernel, options);
        const [dInput, dKernel, dBias] = tfGradients(
          dOutput,
          [input, kernel, options.bias],
          (x, w, b) => tfConv1d(x.as3D(...three(input)), w.as3D(...three(kernel)), options).add(b),
        );
        assertClose(ours.dInput, dInput!, 1e-5, 'dInput');
        assertClose(ours.dKernel, dKernel!, 1e-5, 'dKernel');
        assertClose(ours.dBias, dBias!, 1e-5, 'dBias');
      }),
      { numRuns: 80 },
    );
  });

  it('refuses a gradient that has not the shape of the output', () => {
    assert.throws(() => conv1dBackward([1], [1, 2, 3], [1, 1]), {
      name: 'RangeError',
      message:
        'Impossible de calculer le gradient de conv1d\u00a0: le gradient de la sortie (dOutput) a la forme [1] mais la sortie a la forme [2]\u00a0; donnez un gradient de la forme de la sortie.',
    });
  });
});
