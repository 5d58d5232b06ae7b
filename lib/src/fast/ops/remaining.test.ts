import fc from 'fast-check';

import * as plain from '../../ops';
import { convolutions2d, imageShapes, upTo, volumeOf } from '../../testing/arbitraries';
import { seededVolume } from '../../testing/seeded-volume';
import type { Volume } from '../../volume/volume';
import * as fast from '../index';
import { bothKernels } from '../testing/both-kernels';
import { close } from '../testing/close';
import { refusesAlike } from '../testing/refuses-alike';
import { same } from '../testing/same';

const float32 = { dtype: 'float32' } as const;
const images = imageShapes(6, 9).chain((shape) => volumeOf(shape, float32));

describe('fast depthwise convolution, dropout and local response normalisation', () => {
  bothKernels('depthwiseConv2d is that of ops in any random case', () => {
    fc.assert(
      fc.property(convolutions2d(float32), upTo(3), ({ input, kernel, options }, multiplier) => {
        const { stride, padding, dilation } = options;
        const [kernelHeight = 1, kernelWidth = 1] = kernel.shape;
        const channels = input.shape[3]!;
        const w = seededVolume([kernelHeight, kernelWidth, channels, multiplier], 4, float32);
        const bias = seededVolume([channels * multiplier], 5, float32);
        const given = { stride, padding, dilation, bias };
        const output: Volume = plain.depthwiseConv2d(input, w, given);
        same(fast.depthwiseConv2d(input, w, given), output);
        const dOutput = seededVolume(output.shape, 9, float32);
        same(
          { ...fast.depthwiseConv2dBackward(dOutput, input, w, given) },
          { ...plain.depthwiseConv2dBackward(dOutput, input, w, given) },
        );
      }),
      { numRuns: 100 },
    );
  });

  bothKernels(
    'depthwiseConv2d of many channels, one filter each, with a stride and zeros around',
    () => {
      const input = seededVolume([2, 13, 10, 37], 1, float32);
      const w = seededVolume([5, 3, 37, 1], 2, float32);
      const bias = seededVolume([37], 3, float32);
      const options = { stride: [2, 1], padding: 'same', dilation: [1, 2], bias } as const;
      const output: Volume = plain.depthwiseConv2d(input, w, options);
      same(fast.depthwiseConv2d(input, w, options), output);
      same(
        { ...fast.depthwiseConv2dBackward(output, input, w, options) },
        { ...plain.depthwiseConv2dBackward(output, input, w, options) },
      );
    },
  );

  it('dropout is that of ops: the same places for the same seed', () => {
    fc.assert(
      fc.property(images, fc.constantFrom(0, 0.3, 0.9), upTo(1000), (input, rate, seed) => {
        const options = { rate, seed };
        same({ ...fast.dropout(input, options) }, { ...plain.dropout(input, options) });
        const dOutput = seededVolume(input.shape, 9, float32);
        const dInput = plain.dropoutBackward(dOutput, input, options);
        same(fast.dropoutBackward(dOutput, input, options), dInput);
      }),
    );
  });

  it('localResponseNorm is that of ops, forward and backward', () => {
    const settings = fc.record({
      depthRadius: upTo(4, 0),
      bias: fc.constantFrom(0.5, 2),
      alpha: fc.constantFrom(0, 0.3),
      beta: fc.constantFrom(0.5, 0.75),
    });
    fc.assert(
      fc.property(images, settings, (input, options) => {
        close(
          { output: fast.localResponseNorm(input, options) },
          { output: plain.localResponseNorm(input, options) },
        );
        const dOutput = seededVolume(input.shape, 9, float32);
        close(
          { dInput: fast.localResponseNormBackward(dOutput, input, options) },
          { dInput: plain.localResponseNormBackward(dOutput, input, options) },
        );
      }),
    );
  });

  it('read their arguments as the plain operations do: the same errors', () => {
    const image = seededVolume([4, 4, 2], 1, float32);
    const kernel = seededVolume([2, 2, 3, 1], 1, float32);
    refusesAlike(
      () => fast.depthwiseConv2d(image, kernel),
      () => plain.depthwiseConv2d(image, kernel as never),
    );
    refusesAlike(
      () => fast.dropout(image, { rate: 1, seed: 1 }),
      () => plain.dropout(image, { rate: 1, seed: 1 }),
    );
    refusesAlike(
      () => fast.localResponseNorm(image, { bias: 0 }),
      () => plain.localResponseNorm(image, { bias: 0 }),
    );
  });
});
