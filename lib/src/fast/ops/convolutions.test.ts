import { strict as assert } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';

import fc from 'fast-check';

import * as plain from '../../ops';
import type { Conv2dOptions } from '../../ops';
import { convolutions1d, convolutions2d, upTo } from '../../testing/arbitraries';
import { seededVolume } from '../../testing/seeded-volume';
import { Volume } from '../../volume/volume';
import { fastInfo, setKernels, setThreads } from '../engine/engine';
import * as fast from '../index';
import { bothKernels } from '../testing/both-kernels';
import { same } from '../testing/same';

/** Sixteenths: their sums are exact in float32, so that fast and plain agree to the last digit. */
const random = (shape: readonly number[], seed: number): Volume =>
  seededVolume(shape, seed, { dtype: 'float32' });

/** Forward and backward, plain and fast. */
function conv2dAgrees(input: Volume, kernel: Volume, options: Conv2dOptions): void {
  const output = plain.conv2d(input, kernel, options);
  same(fast.conv2d(input, kernel, options), output);
  const dOutput = random(output.shape, 9);
  const gradients = plain.conv2dBackward(dOutput, input, kernel, options);
  same({ ...fast.conv2dBackward(dOutput, input, kernel, options) }, { ...gradients });
  const { dKernel, dBias } = gradients;
  same({ ...fast.conv2dWeightsBackward(dOutput, input, kernel, options) }, { dKernel, dBias });
}

describe('fast convolutions', () => {
  afterEach(() => {
    setKernels('wasm');
    setThreads(1);
  });

  bothKernels('conv2d is that of ops, forward and backward, in any random case', () => {
    fc.assert(
      fc.property(convolutions2d({ dtype: 'float32' }), ({ input, kernel, options }) =>
        conv2dAgrees(input, kernel, options),
      ),
      { numRuns: 150 },
    );
  });

  const larger: Record<string, [number[], number[], Conv2dOptions]> = {
    'a single image and kernel': [[9, 40], [3, 5], { bias: 0.5 }],
    'more filters than a panel has, rows longer than a block': [
      [2, 6, 70, 3],
      [3, 3, 3, 37],
      { padding: 'same' },
    ],
    'many channels, few filters': [[3, 9, 8, 24], [3, 2, 24, 3], { padding: 1, stride: 2 }],
    'weights larger than the nearest cache': [[1, 11, 12, 48], [3, 3, 48, 40], { padding: 'same' }],
    'padding wider than the kernel': [[1, 4, 5, 2], [2, 2, 2, 3], { padding: 6, stride: [3, 2] }],
    'a stride that leaves a border unread': [[1, 12, 13, 2], [2, 2, 2, 5], { stride: 5 }],
    'groups with dilation': [
      [2, 10, 11, 12],
      [3, 2, 4, 27],
      { groups: 3, dilation: [2, 3], padding: 'same' },
    ],
  };
  for (const [name, [inputShape, kernelShape, options]] of Object.entries(larger)) {
    bothKernels(`conv2d: ${name}`, () =>
      conv2dAgrees(random(inputShape, 1), random(kernelShape, 2), options),
    );
  }

  it('conv2d with several threads gives the same numbers, split by images or by bands of one', async () => {
    for (const shape of [
      [1, 64, 50, 8],
      [9, 20, 21, 8],
    ]) {
      const [input, kernel] = [random(shape, 3), random([5, 5, 8, 24], 4)];
      setThreads(1);
      const dOutput = fast.conv2d(input, kernel, { padding: 'same' });
      dOutput.data.set(random(dOutput.shape, 5).data);
      const alone = fast.conv2dBackward(dOutput, input, kernel, { padding: 'same' });
      setThreads(3);
      fast.conv2d(input, kernel);
      for (let i = 0; i < 500 && fastInfo().threads < 3; i++) await sleep(10);
      assert.equal(fastInfo().threads, 3, fastInfo().why);
      for (let i = 0; i < 20; i++) {
        same({ ...fast.conv2dBackward(dOutput, input, kernel, { padding: 'same' }) }, { ...alone });
      }
    }
  });

  bothKernels('conv1d is that of ops in any random case', () => {
    fc.assert(
      fc.property(convolutions1d({ dtype: 'float32' }), ({ input, kernel, options }) => {
        const output = plain.conv1d(input, kernel, options);
        same(fast.conv1d(input, kernel, options), output);
        const dOutput = random(output.shape, 9);
        const gradients = plain.conv1dBackward(dOutput, input, kernel, options);
        same({ ...fast.conv1dBackward(dOutput, input, kernel, options) }, { ...gradients });
      }),
      { numRuns: 100 },
    );
  });

  bothKernels('pointwiseConv2d is that of ops in any random case', () => {
    const cases = fc.record({ batch: upTo(3), h: upTo(9), w: upTo(9), c: upTo(20), f: upTo(20) });
    fc.assert(
      fc.property(cases, upTo(2), ({ batch, h, w, c, f }, stride) => {
        const [input, kernel, bias] = [
          random([batch, h, w, c], 1),
          random([c, f], 2),
          random([f], 3),
        ];
        const output = plain.pointwiseConv2d(input, kernel, { stride, bias });
        same(fast.pointwiseConv2d(input, kernel, { stride, bias }), output);
        const dOutput = random(output.shape, 9);
        const gradients = plain.pointwiseConv2dBackward(dOutput, input, kernel, { stride });
        same(
          { ...fast.pointwiseConv2dBackward(dOutput, input, kernel, { stride }) },
          { ...gradients },
        );
      }),
      { numRuns: 60 },
    );
  });

  bothKernels('dense is that of ops, of one item or a batch', () => {
    fc.assert(
      fc.property(upTo(40, 0), upTo(60), upTo(30), (batch, inUnits, units) => {
        const input = random(batch === 0 ? [inUnits] : [batch, inUnits], 1);
        const [kernel, bias] = [random([inUnits, units], 2), random([units], 3)];
        const output = plain.dense(input, kernel, { bias });
        same(fast.dense(input, kernel, { bias }), output);
        const dOutput = random(output.shape, 9);
        const { dInput, dKernel, dBias } = plain.denseBackward(dOutput, input, kernel);
        same({ ...fast.denseBackward(dOutput, input, kernel) }, { dInput, dKernel, dBias });
        same({ ...fast.denseWeightsBackward(dOutput, input, kernel) }, { dKernel, dBias });
      }),
      { numRuns: 60 },
    );
  });

  it('takes a bias as a Volume, a list or, with a single filter, a number', () => {
    const [input, kernel] = [random([5, 5], 1), random([2, 2], 2)];
    const biases = [0.5, [0.5], Volume.from([0.5])];
    for (const bias of biases) {
      same(fast.conv2d(input, kernel, { bias }), plain.conv2d(input, kernel, { bias }));
    }
  });

  it('lets NaN go where the plain operation lets it go', () => {
    const [input, kernel] = [random([4, 4], 1), random([2, 2], 2)];
    input.data[5] = NaN;
    same(fast.conv2d(input, kernel), plain.conv2d(input, kernel));
  });

  it('reads its arguments as the plain operations do: the same errors', () => {
    const [image, kernel] = [random([5, 5, 2], 1), random([3, 3, 3, 4], 2)];
    const textOf = (body: () => unknown): string => {
      try {
        body();
      } catch (error) {
        return (error as Error).message;
      }
      return 'no error';
    };
    const wrong: [string, () => unknown, () => unknown][] = [
      ['canaux', () => fast.conv2d(image, kernel), () => plain.conv2d(image, kernel)],
      [
        'stride',
        () => fast.conv2d(image, random([3, 3, 2, 4], 2), { stride: 0 }),
        () => plain.conv2d(image, random([3, 3, 2, 4], 2), { stride: 0 }),
      ],
      [
        'biais',
        () => fast.conv2d(image, random([3, 3, 2, 4], 2), { bias: [1] }),
        () => plain.conv2d(image, random([3, 3, 2, 4], 2), { bias: [1] }),
      ],
      [
        'dOutput',
        () => fast.conv2dBackward(image, image, random([3, 3, 2, 4], 2)),
        () => plain.conv2dBackward(image, image, random([3, 3, 2, 4], 2)),
      ],
      [
        'unité',
        () => fast.dense(random([4], 1), random([3, 2], 2)),
        () => plain.dense(random([4], 1), random([3, 2], 2)),
      ],
    ];
    for (const [word, ours, theirs] of wrong) {
      const text = textOf(theirs);
      assert.match(text, new RegExp(word));
      assert.equal(textOf(ours), text);
    }
  });

  it('keeps the memory flat over a thousand calls', () => {
    const [input, kernel] = [random([2, 12, 12, 3], 1), random([3, 3, 3, 8], 2)];
    const step = (): void => {
      const output = fast.conv2d(input, kernel, { padding: 'same' });
      fast.conv2dBackward(output, input, kernel, { padding: 'same' });
    };
    step();
    const before = fastInfo().memory;
    for (let i = 0; i < 1000; i++) step();
    assert.deepEqual(fastInfo().memory, before);
  });
});
